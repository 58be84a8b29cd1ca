// claimtrack: makes the forms and links of the page work without loading it anew. Everything works without this file.
"use strict";
(() => {
  const $ = (q, from = document) => from.querySelector(q);
  const $$ = (q, from = document) => [...from.querySelectorAll(q)];
  const FRAGMENT = { "X-Claimtrack-Fragment": "1" };
  const statuses = s => [...s.classList].find(c => c.startsWith("s-"));
  const ids = e => (e.dataset.c || "").split(" ");
  let chosen = 0, turn = 0;

  const parse = html => new DOMParser().parseFromString(html, "text/html");
  const say = (text, problem) => {
    const box = document.createElement("div");
    box.className = "notice" + (problem ? " problem" : "");
    box.textContent = text;
    $("#notice").replaceChildren(box);
  };

  // choosing: a claim in the text, in the list and in the strip are one thing
  const highlight = id => {
    chosen = id;
    for (const e of $$(".m.on, .card.on, .strip .on")) e.classList.remove("on");
    $("[aria-current]")?.removeAttribute("aria-current");
    if (!id) return;
    for (const e of $$(`.m[data-c~="${id}"], .card[data-c="${id}"], .strip [data-c="${id}"]`)) e.classList.add("on");
    $(`#card-${id} > a`)?.setAttribute("aria-current", "true");
  };
  const reveal = e => {
    if (!e) return;
    const r = e.getBoundingClientRect();
    if (r.top < 40 || r.bottom > innerHeight - 40) e.scrollIntoView({ block: "center" });
  };
  const address = id => {
    const url = new URL(location.href);
    if (id) url.searchParams.set("claim", id); else url.searchParams.delete("claim");
    url.hash = "";
    return url;
  };
  const choose = async (id, { push = true, focus = false, from = "" } = {}) => {
    const mine = ++turn, panel = $("#panel"), query = new URL(location.href).searchParams;
    query.delete("claim");
    highlight(id);
    $("#notice").replaceChildren();
    if (from !== "text") reveal($(`.m[data-c~="${id}"]`));
    panel.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`/claims/${id}?${query}`, { headers: FRAGMENT });
      if (mine !== turn) return;
      if (!answer.ok || answer.redirected) { location.href = address(id); return; }
      panel.innerHTML = await answer.text();
      $(".desk").classList.add("chosen");
      if (push) history.pushState({ id }, "", address(id));
      panel.scrollIntoView({ block: "nearest" });
      $(".side").scrollTop = 0;
      if (focus) panel.focus({ preventScroll: true });
    } catch { location.href = address(id); }
    finally { panel.removeAttribute("aria-busy"); }
  };
  const close = () => {
    if (!chosen) return;
    const card = $(`#card-${chosen} > a`);
    highlight(0);
    history.pushState({}, "", address(0));
    swap(location.href, "#panel").then(() => card?.focus());
  };

  // putting new parts in place
  const swap = async (url, ...parts) => {
    const answer = await fetch(url), page = parse(await answer.text());
    for (const part of parts) {
      const now = $(part), then = $(part, page);
      if (now && then) now.replaceWith(then);
    }
    return answer;
  };
  const again = async to => {
    const url = to === "same" || !to.startsWith("/documents/") ? location.href : new URL(to, location.href).href;
    const target = new URL(url);
    target.hash = "";
    const scrolled = [scrollY, $(".side")?.scrollTop];
    const answer = await swap(target, "#notice", "main");
    if (!answer.ok) { location.href = "/"; return; }
    history.replaceState({}, "", target);
    begin();
    scrollTo(0, scrolled[0]);
    if (target.searchParams.get("claim")) reveal($(`.m[data-c~="${chosen}"]`));
  };
  const put = html => {
    const page = parse(html), open = $$("#panel details[open] > summary").map(s => s.textContent);
    for (const e of $$("[data-into]", page)) $("#" + e.dataset.into)?.replaceChildren(...e.childNodes);
    for (const e of $$("[data-replace]", page)) $("#" + e.dataset.replace)?.replaceWith(...e.children);
    for (const s of $$("#panel summary")) if (open.includes(s.textContent)) s.parentNode.open = true;
    const card = $(`#card-${chosen}`);
    if (!card) return;
    const status = "s-" + card.dataset.status;
    for (const e of $$(`.m[data-c~="${chosen}"]`)) if (ids(e)[0] === String(chosen)) e.classList.replace(statuses(e), status);
    for (const e of $$(`.k[data-c="${chosen}"]`)) { e.classList.replace(statuses(e), status); e.dataset.s = card.dataset.sign; }
    highlight(chosen);
  };
  const send = async (form, button) => {
    const data = new FormData(form, button), at = document.activeElement?.id;
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: FRAGMENT });
      const body = await answer.text(), to = answer.headers.get("X-Claimtrack-Again");
      if (to) { await again(decodeURIComponent(to)); return; }
      if (answer.ok) put(body);
      else if (/^\s*<(!doctype)/i.test(body)) say($("main .notice", parse(body))?.textContent || answer.statusText, true);
      else if (body.includes("<article")) {
        $("#panel").innerHTML = body;
        ($("#panel [role=alert]") || $("#panel")).scrollIntoView({ block: "nearest" });
      } else if (body.includes("<div")) $("#notice").innerHTML = body;
      else say(body, true);
      if (at) document.getElementById(at)?.focus({ preventScroll: true });
    } catch (error) { say(String(error.message || error), true); }
    finally { form.removeAttribute("aria-busy"); }
  };

  // adding a claim: the places of a selection, in code points of the text as it was given
  const place = (node, offset) => {
    const run = (node.nodeType === 3 ? node.parentElement : node).closest?.("[data-at]");
    if (!run) return null;
    const mark = (node.nodeType === 3 ? node.parentElement : node).closest(".ctl");
    const range = document.createRange();
    range.selectNodeContents(run);
    if (mark) return +run.dataset.at + (offset ? 1 : 0);
    range.setEnd(node, offset);
    return +run.dataset.at + [...range.toString()].length;
  };
  const selected = () => {
    const s = getSelection(), text = $("#text");
    if (!text || !s.rangeCount || s.isCollapsed) return null;
    const r = s.getRangeAt(0);
    if (!text.contains(r.commonAncestorContainer)) return null;
    const runs = $$("[data-at]", text).filter(e => r.intersectsNode(e));
    if (!runs.length) return null;
    const last = runs.at(-1), size = e => e.querySelector(".ctl") ? 1 : [...e.textContent].length;
    const start = place(r.startContainer, r.startOffset) ?? +runs[0].dataset.at;
    const end = place(r.endContainer, r.endOffset) ?? +last.dataset.at + size(last);
    return start < end ? { start, end, words: s.toString().trim(), box: r.getBoundingClientRect() } : null;
  };
  const fill = found => {
    const form = $("#add form");
    if (!form || !found) return;
    $("#add").open = true;
    form.elements.quote.value = found.words;
    form.elements.start.value = found.start;
    form.elements.end.value = found.end;
    $("#add").scrollIntoView({ block: "center" });
    form.elements.gloss.focus({ preventScroll: true });
  };
  const offer = () => {
    $(".float")?.remove();
    const found = selected(), add = $("#add > summary");
    if (!found || !add) return;
    const button = document.createElement("button");
    button.className = "float";
    button.type = "button";
    button.textContent = add.textContent;
    document.body.append(button);
    const left = Math.min(Math.max(found.box.left + scrollX, 8), innerWidth - button.offsetWidth - 8);
    button.style.insetInlineStart = "auto";
    button.style.left = left + "px";
    button.style.top = found.box.bottom + scrollY + 8 + "px";
    button.addEventListener("click", () => { button.remove(); fill(found); });
  };

  const help = async () => {
    const answer = await fetch("/help"), sheet = $("#help-sheet", parse(await answer.text()));
    const dialog = document.createElement("dialog");
    dialog.append(sheet);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", e => e.target === dialog && dialog.close());
    document.body.append(dialog);
    dialog.setAttribute("aria-label", $("h1", sheet).textContent);
    dialog.showModal();
  };
  const step = by => {
    const all = $$(".cards .card");
    if (!all.length) return;
    const at = all.findIndex(c => +c.dataset.c === chosen);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
    reveal(next);
    choose(+next.dataset.c, { focus: true });
  };
  const status = n => {
    const form = $("[data-mark]"), radio = form && $$("[name=status]", form)[n - 1];
    if (!radio) return;
    radio.checked = true;
    if (n <= 3 && $$("[name=status]", form).findIndex(r => r.defaultChecked) < 3) form.requestSubmit();
    else { form.scrollIntoView({ block: "nearest" }); form.elements.because.focus(); }
  };
  const KEYS = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), u: () => $("#undo")?.click(),
    "/": () => { const f = $("#find"); f.focus(); f.select(); }, "?": help, a: () => fill(selected()), Escape: close,
  };

  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || $("dialog[open]")) return;
    if (e.target.closest("textarea, select, input:not([type=radio], [type=checkbox])")) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    const code = e.key.length === 1 ? e.key.charCodeAt(0) : 0;
    const digit = [0x30, 0x660].map(zero => code - zero).find(n => n >= 1 && n <= 9);  // Latin or Arabic digits
    // by the letter; under another keyboard layout by the place of the key
    const key = KEYS[e.key] ? e.key : e.key.length === 1 && e.key > "\x7f" ? e.code.replace("Key", "").toLowerCase() : "";
    if (digit) { e.preventDefault(); status(digit); }
    else if (KEYS[key] && !(key === "Escape" && !chosen)) { e.preventDefault(); KEYS[key](); }
  });
  document.addEventListener("click", e => {
    if (e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const link = e.target.closest("a"), work = $("#work");
    if (e.target.closest("[data-help]")) { e.preventDefault(); help(); return; }
    const tick = e.target.closest(".strip [data-c]");
    if (tick) { choose(+tick.dataset.c); return; }
    if (!work || !link) return;
    if (link.matches("[data-close]")) { e.preventDefault(); close(); }
    else if (link.matches(".m, .cards .card > a")) {
      e.preventDefault();
      if (!getSelection().isCollapsed && link.matches(".m")) return;
      const inText = link.matches(".m"), id = inText ? +ids(link)[0] : +link.parentNode.dataset.c;
      if (inText) reveal($(`#card-${id}`));
      choose(id, { from: inText ? "text" : "list", focus: e.detail === 0 });
    }
  });
  document.addEventListener("submit", e => {
    if (!e.target.matches("[data-live]") || ($("#work") === null)) return;
    e.preventDefault();
    send(e.target, e.submitter);
  });
  const near = (e, on) => {
    const one = e.target.closest?.(".card[data-c]");
    if (one) for (const m of $$(`.m[data-c~="${one.dataset.c}"]`)) m.classList.toggle("near", on);
  };
  document.addEventListener("mouseover", e => near(e, true));
  document.addEventListener("mouseout", e => near(e, false));
  document.addEventListener("mouseup", () => setTimeout(offer));
  document.addEventListener("input", e => {
    if (e.target.id === "a-quote") { e.target.form.elements.start.value = ""; e.target.form.elements.end.value = ""; }
  });
  addEventListener("popstate", () => {
    const id = +new URL(location.href).searchParams.get("claim");
    if ($("#work")) id ? choose(id, { push: false }) : (highlight(0), swap(location.href, "#panel"));
  });
  const begin = () => { if ($("#work")) highlight(+($("#panel article")?.dataset.c || 0)); };
  begin();
})();
