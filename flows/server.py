"""Where Prefect's server is, if there is one, found out without importing Prefect."""

import os
import socket
import tomllib
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen
