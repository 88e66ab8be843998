"""Scheduled runs whose process was killed together with the one that served them: nobody said that they ended."""

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterName,
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import State, StateType
from prefect.states import Crashed

from flows.folder import Folder
from flows.manifest import Manifest
from flows.plan import Plan
from flows.storage import MANIFEST
from flows.tracked import copydesk

_GOING_ON = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]


def bury(plan: Plan) -> int:
    """Mark the dead runs of a schedule as crashed and return how many there were.

    Prefect would count them as going on, and cancel each new one. A run that is alive holds its output folder.
    """
    if Manifest.is_held(Folder(plan.job.output).state / MANIFEST):
        return 0
    with get_client(sync_client=True) as client:
        dead = client.read_flow_runs(
            flow_filter=FlowFilter(name=FlowFilterName(any_=[copydesk.name])),
            flow_run_filter=FlowRunFilter(
                state=FlowRunFilterState(type=FlowRunFilterStateType(any_=_GOING_ON))
            ),
            deployment_filter=DeploymentFilter(name=DeploymentFilterName(any_=[plan.name])),
        )
        for run in dead:
            state: State[None] = Crashed(message="its process was gone when the schedule was served again")
            client.set_flow_run_state(run.id, state, force=True)
    return len(dead)
