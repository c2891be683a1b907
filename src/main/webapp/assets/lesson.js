/* A lesson remembers its place on every device: seconds of a video, per mille of a text; and the time spent on it. */
(() => {
  "use strict";
  const article = document.getElementById("lesson");
  const outline = document.querySelector(".ck-outline-d");
  if (outline && matchMedia("(max-width:64rem)").matches) outline.open = false;
  if (!article) return;
  const { url, study, lesson, kind } = article.dataset;
  const video = document.getElementById("video");
  const start = Number(article.dataset.position);
  let seconds = Number(article.dataset.seconds);
  let since = document.hidden ? 0 : performance.now();

  const top = () => article.getBoundingClientRect().top + scrollY;
  const place = () => (kind === "VIDEO" && video
    ? Math.floor(video.currentTime)
    : Math.max(0, Math.min(1000, Math.round((1000 * (scrollY - top())) / article.offsetHeight))));

  const resume = () => {
    if (kind !== "VIDEO" && start > 0 && !location.hash && scrollY === 0) {
      scrollTo({ top: top() + (start * article.offsetHeight) / 1000, behavior: "instant" });
    }
  };
  if (kind === "VIDEO" && video && start > 0) {
    const seek = () => { if (start < video.duration - 2) video.currentTime = start; };
    if (video.readyState > 0) seek();
    else video.addEventListener("loadedmetadata", seek, { once: true });
  }
  document.fonts.ready.then(resume);

  const status = document.getElementById("saved");
  if (!study || !status || !window.camketSaver) return;
  const saver = camketSaver({
    url,
    key: "camket.progress." + study,
    status,
    language: document.documentElement.lang,
    after: Number(article.dataset.sequence),
  });

  let stored = start;
  let moved = false;
  const spent = () => {
    if (since) seconds += (performance.now() - since) / 1000;
    since = document.hidden ? 0 : performance.now();
    return Math.round(seconds);
  };
  const keep = () => {
    const position = place();
    if (!moved || position === stored) return;
    stored = position;
    saver.save({ study: Number(study), lesson: Number(lesson), position, seconds: spent() }, lesson);
  };

  let timer;
  const soon = (delay) => {
    moved = true;
    clearTimeout(timer);
    timer = setTimeout(keep, delay);
  };
  if (kind === "VIDEO" && video) {
    let last = 0;
    video.addEventListener("timeupdate", () => {
      if (video.paused || Math.abs(video.currentTime - last) < 10) return;
      last = video.currentTime;
      moved = true;
      keep();
    });
    for (const act of ["pause", "seeked", "ended"]) {
      video.addEventListener(act, () => { if (!video.seeking && video.currentTime > 0) soon(300); });
    }
  } else {
    for (const act of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(act, () => { moved = true; }, { passive: true });
    }
    addEventListener("scroll", () => soon(1500), { passive: true });
  }
  document.addEventListener("visibilitychange", () => {
    spent();
    if (document.hidden) keep();
  });
  addEventListener("pagehide", keep);
})();
