"""The pages in a real browser: keys, views, filters, links, contrast, and what hostile text does there."""

import re

import pytest

from cleaners.render import html, index
from tests.render import reading
from tests.render.make import find, many, report, sample
from tests.render.runs_of import rows

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)></article>\n"
    "quote \" and ' and </script><svg onload=alert(3)> & &lt;b&gt;\n"
    "left \u202eright-to-left\u202c and \u2067isolate\u2069\r\n"
    "bell\x07 next-line\x85 byte-order\ufeff nonchar\ufffe\n"
)
LEFT_OF = """(words) => {
  const texts = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const at = texts.currentNode.data.indexOf(words);
    if (at < 0 || !texts.currentNode.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + words.length);
    return range.getBoundingClientRect().left;
  }
}"""
CONTRAST = """() => {
  const rgb = (css) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return a ? [r, g, b, a / 255] : [0, 0, 0, 0];
  };
  const over = (top, under) => under.map((c, i) => top[i] * top[3] + c * (1 - top[3]));
  const light = (c) => {
    const [r, g, b] = c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.unshift(rgb(getComputedStyle(at).backgroundColor));
    return layers.reduce((under, top) => over(top, under), [255, 255, 255]);
  };
  const bad = [];
  let seen = 0;
  const judge = (node, style, what) => {
    const under = behind(node);
    const ink = over(rgb(style.fill !== 'rgb(0, 0, 0)' && node.closest('svg') ? style.fill : style.color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    seen += 1;
    if (ratio < 4.5) bad.push(`${what} ${ratio.toFixed(2)} ${style.color} on ${under.map(Math.round)}`);
  };
  for (const node of document.body.querySelectorAll('*')) {
    if (!node.checkVisibility() || ['SCRIPT', 'STYLE', 'RECT', 'rect'].includes(node.tagName)) continue;
    const words = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (words) judge(node, getComputedStyle(node), `${node.tagName}.${node.className}`);
    for (const side of ['::before', '::after']) {
      const style = getComputedStyle(node, side);
      if (!['none', 'normal', '""'].includes(style.content)) judge(node, style, `${node.className}${side}`);
    }
  }
  return [seen, bad];
}"""


def on(page):
    """Numbers of the findings that are highlighted, in order."""
    return page.evaluate("[...new Set([...document.querySelectorAll('#text .on')].map((m) => m.dataset.f))]")


def visible(page, selector):
    return page.evaluate(
        "(s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).map((e) => e.textContent)",
        selector,
    )


def test_keys_move_between_findings_and_open_their_cards(visit):
    page = visit(html.render(sample()))
    assert page.locator("#card").is_hidden()
    page.keyboard.press("n")
    page.keyboard.press("j")
    assert on(page) == ["2"]
    assert "People online" in page.locator("#card").inner_text()
    assert page.url.endswith("#f2")
    assert page.locator("#at").inner_text() == "2 / 12"
    page.keyboard.press("p")
    page.keyboard.press("k")
    assert page.locator("#at").inner_text() == "12 / 12"
    page.keyboard.press("Escape")
    assert page.locator("#card").is_hidden()


def test_a_deep_link_opens_its_finding(visit):
    page = visit(html.render(sample()), "#f4")
    assert on(page) == ["4"]
    assert "manual dog head" in page.locator("#card").inner_text()
    page.evaluate("location.hash = 'f5'")
    page.wait_for_function("document.querySelector('#card').innerText.includes('ran into trouble')")


def test_a_card_opens_on_click_hover_and_focus_and_says_all_it_knows(visit):
    page = visit(html.render(sample()))
    page.hover("#f3")
    assert "Mr Pan" in page.locator("#card").inner_text()
    page.focus("#f5")
    assert "踩坑" in page.locator("#card").inner_text()
    page.click("#f4")
    card = page.locator("#card").inner_text()
    for part in (
        "slang calque",
        "critical",
        "手动狗头",
        "(just kidding)",
        "25 of 51 points (49 %)",
        "sample",
    ):
        assert part in card


def test_an_overlap_shows_both_cards(visit):
    page = visit(html.render(sample()))
    page.hover("#f8")
    card = page.locator("#card").inner_text()
    assert "打热血牌" in card
    assert "stirring" in card


def test_views_show_the_clean_the_raw_and_the_suggested_text(visit):
    made = sample()
    page = visit(html.render(made))
    assert "Harbour cranes" not in page.locator("#text").inner_text()
    page.check("input[value=raw]", force=True)
    assert "Harbour cranes" in page.locator("#text").inner_text()
    assert visible(page, "del.b")
    struck = page.evaluate("getComputedStyle(document.querySelector('del.b')).textDecorationLine")
    assert struck == "line-through"
    typed = page.evaluate("getComputedStyle(document.querySelector('del.b'), '::before').content")
    assert typed == '"sidebar"'
    page.check("input[value=suggested]", force=True)
    text = page.locator("#text").inner_text()
    assert "ran into trouble at once" in text
    assert "stepped on a pit" not in text
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.textContent") == "People online"


def test_the_page_s_own_text_is_the_clean_text(visit):
    for made in (sample(), report(HOSTILE)):
        page = visit(html.render(made))
        text = page.evaluate(
            "() => { const copy = document.getElementById('text').cloneNode(true);"
            " for (const node of copy.querySelectorAll('del, ins, script')) node.remove(); return copy.textContent; }"
        )
        assert text == made.text


def test_filters_by_severity_kind_and_stage(visit):
    page = visit(html.render(sample()))
    page.click(".filters > summary")
    page.check("input[name=severity][value=major]", force=True)
    assert page.locator("#at").inner_text() == "4 of 12 findings"
    assert len(visible(page, "#findings > li")) == 4
    page.check("input[name=kind][value=nickname]", force=True)
    assert page.locator("#at").inner_text() == "1 of 12 findings"
    assert page.evaluate("document.querySelectorAll('#text mark:not(.off)').length") == 1
    page.click("#reset")
    assert page.locator("#at").inner_text() == "12 findings"
    page.check("input[name=stage][value=strip]", force=True)
    assert page.locator("body").get_attribute("data-view") == "raw"
    assert page.locator("#at").inner_text() == "0 of 12 findings"
    assert visible(page, "del") == visible(page, "del.b")


def test_hidden_findings_are_passed_over_by_keys(visit):
    page = visit(html.render(sample()))
    page.click(".filters > summary")
    page.check("input[name=kind][value=nickname]", force=True)
    page.keyboard.press("n")
    assert on(page) == ["3"]
    page.keyboard.press("n")
    assert on(page) == ["3"]


def test_hostile_text_is_shown_and_does_nothing(visit):
    found = find(HOSTILE, "quote", message=HOSTILE, suggestion=HOSTILE, rule="</script><script>alert(4)")
    made = report(HOSTILE, (), [found], name='"><script>alert(5)</script>', title="<script>alert(1)")
    page = visit(html.render(made))
    page.keyboard.press("n")
    assert page.locator("img, #text script:not([type]), svg").count() == 0
    assert "U+202E" in page.evaluate("getComputedStyle(document.querySelector('.cp'), '::after').content")
    # An override that ruled its neighbours would put the start of the word to the right of its end.
    assert page.evaluate(LEFT_OF, "right-to") < page.evaluate(LEFT_OF, "-left")
    assert page.evaluate(LEFT_OF, "iso") < page.evaluate(LEFT_OF, "late")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_aa_in_both_themes(visit, scheme):
    page = visit(html.render(sample()), scheme=scheme)
    page.click("details.more summary")
    page.click(".filters > summary")
    page.check("input[name=severity][value=critical]", force=True)
    page.click("#reset")
    for view in ("clean", "raw", "suggested"):
        page.check(f"input[value={view}]", force=True)
        page.keyboard.press("n")
        seen, bad = page.evaluate(CONTRAST)
        assert seen > 60
        assert bad == []
    page = visit(index.render(rows(40, 2), title="run", signature="s"), scheme=scheme)
    seen, bad = page.evaluate(CONTRAST)
    assert seen > 100
    assert bad == []


def test_a_narrow_window_never_scrolls_sideways(visit):
    for markup in (html.render(sample()), index.render(rows(40, 2), title="run", signature="s")):
        page = visit(markup, width=390)
        page.keyboard.press("n")
        for panel in page.locator("summary").all():
            panel.click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_of_a_megabyte_moves_without_a_stall(visit):
    made = many(2000)
    assert len(made.text) > 1_000_000
    page = visit(html.render(made))
    step = "() => { const t = performance.now(); document.getElementById('next').click();"
    step += " document.body.offsetHeight; return performance.now() - t; }"
    page.evaluate(step)
    times = sorted(page.evaluate(step) for _ in range(15))
    assert times[7] < 200
    page.evaluate("location.hash = 'f1900'")
    page.wait_for_function("document.getElementById('at').textContent.startsWith('1900 /')", timeout=3000)


def test_nothing_of_the_page_is_lost_in_print(visit):
    page = visit(html.render(sample()), scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".bar").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 250)"
    assert len(visible(page, "#findings > li")) == 12


def test_the_index_sorts_filters_and_pages(visit):
    page = visit(index.render(rows(350, 3), title="run", signature="s"))
    names = (
        "[...document.querySelectorAll('#rows tr')].map((row) => row.querySelector('.quality').textContent)"
    )
    assert page.locator("#rows tr").count() == 100
    assert page.locator("#where").inner_text() == "page 1 of 4"
    assert page.evaluate(names)[:3] == ["", "", ""]
    page.click("[data-key=quality]")
    ascending = [float(x) for x in page.evaluate(names) if x]
    assert ascending == sorted(ascending)
    page.click("[data-key=quality]")
    assert page.locator("th.quality").get_attribute("aria-sort") == "descending"
    assert page.evaluate(names)[0] == "100.0"
    page.click("#on")
    assert page.locator("#where").inner_text() == "page 2 of 4"
    page.select_option("#verdict", "failed")
    assert page.locator("#rows tr").count() == 3
    assert page.locator("#count").inner_text() == "3 of 350 documents"
    page.select_option("#verdict", "")
    page.fill("#find", "doc-0007")
    assert page.locator("#rows tr").count() == 1
    assert page.locator("#rows a").get_attribute("href") == "./doc-0007.html"


def test_a_hostile_title_does_nothing_in_the_index(visit):
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e"
    row = rows(1)[0].model_copy(update={"title": evil, "path": evil, "page": "javascript:alert(3)"})
    page = visit(index.render([row], title=evil, signature=evil))
    page.click("[data-key=name]")
    assert page.locator("img").count() == 0
    assert page.locator("#rows a").get_attribute("href") == "./javascript%3Aalert%283%29"
    assert "[U+202E]" in page.locator("#rows").inner_text()


def test_the_first_rows_are_what_the_script_draws(visit):
    page = visit(index.render(rows(30, 2), title="run", signature="s"))
    written = page.evaluate("document.getElementById('rows').innerHTML")
    page.evaluate("choose()")
    drawn = page.evaluate("document.getElementById('rows').innerHTML")
    assert re.sub(r">\s+<", "><", written.strip()) == drawn


def test_the_raw_text_can_be_read_back_from_the_page():
    made = sample()
    assert reading.raw(html.render(made)) == made.raw_text()
