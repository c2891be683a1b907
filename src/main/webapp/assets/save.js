/*
 * Small saves that lose nothing: sent at once, kept in this browser until the server says it has them, sent again with
 * growing pauses, after a reload, when the network returns, and after signing in over the page.
 *
 *   const saver = camketSaver({ url, key, status, language, after, onSaved, onRefused });
 *   saver.save(payload, of);   // a later payload of the same "of" replaces an earlier one; returns its sequence
 *   saver.held()               // how many are not saved yet
 *   saver.failing()            // whether the last try came to nothing
 *   saver.retry()              // now, not after the pause
 *
 * after: highest sequence the server already has. onSaved(answer, payload), onRefused(message). Needs <ck:saver/>.
 */
(() => {
  "use strict";
  const box = document.getElementById("saver");
  if (!box) return;
  const texts = box.dataset;
  const dialog = box.querySelector("dialog");
  const form = dialog.querySelector("form");
  const password = form.querySelector("[type=password]");
  const code = form.querySelector("[name=code]");
  const error = form.querySelector("[role=alert]");
  const savers = [];
  const spare = new Map();

  const read = (key) => {
    try {
      return JSON.parse(spare.get(key) ?? localStorage.getItem(key) ?? "{}");
    } catch {
      return {};
    }
  };
  const write = (key, items) => {
    const text = JSON.stringify(items);
    try {
      if (text === "{}") localStorage.removeItem(key);
      else localStorage.setItem(key, text);
      spare.delete(key);
    } catch {
      spare.set(key, text);
    }
  };
  const post = (url, body, language) => fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": language },
    body: JSON.stringify(body),
    keepalive: true,
  });
  const time = (instant) => new Date(instant).toLocaleTimeString("en-GB", { timeZone: "Asia/Ho_Chi_Minh" });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    error.textContent = "";
    let answer = {};
    let good = false;
    try {
      const response = await post(
        texts.signIn, { userName: texts.user, password: password.value, code: code?.value }, document.documentElement.lang);
      good = response.ok;
      answer = await response.json();
    } catch {
      good = false;
    }
    button.disabled = false;
    password.value = "";
    if (code) code.value = "";
    if (!good) {
      error.textContent = answer.message ?? texts.failed;
      password.focus();
    } else if (answer.userName !== texts.user) {
      location.reload();
    } else {
      dialog.close();
      savers.forEach((retry) => retry());
    }
  });

  window.camketSaver = ({ url, key, status, language, after = 0, onSaved, onRefused }) => {
    let last = Math.max(after, ...Object.values(read(key)).map((item) => item.sequence));
    let fresh = 0;
    let sending = false;
    let failing = false;
    let pause = 0;
    let timer;

    const show = (icon, text) => {
      const mark = document.createElement("span");
      mark.className = "pi pi-" + icon;
      mark.ariaHidden = "true";
      status.replaceChildren(mark, " " + text);
    };
    const held = () => Object.keys(read(key)).length;
    const showHeld = () => {
      failing = true;
      show("exclamation-triangle", texts.held.replace("{0}", held()));
    };
    const drop = (of, sequence) => {
      const items = read(key);
      if (items[of]?.sequence <= sequence) delete items[of];
      write(key, items);
    };
    const refuse = (message) => {
      show("exclamation-triangle", message);
      onRefused?.(message);
    };

    /** @returns whether to go on with the next one */
    const send = async (of, item) => {
      const response = await post(url, item, language);
      if (response.status === 401) {
        showHeld();
        if (!dialog.open) {
          dialog.showModal();
          password.focus();
        }
        return false;
      }
      if (response.status === 409) {
        drop(of, item.sequence);
        failing = false;
        refuse((await response.json()).message);
        return true;
      }
      if (response.status >= 400 && response.status < 500 && response.status !== 429) {
        refuse(texts.gone);
        return false;
      }
      if (!response.ok) throw new Error(response.status);
      const answer = await response.json();
      failing = false;
      const mine = fresh === item.sequence;
      drop(of, item.sequence);
      last = Math.max(last, answer.sequence ?? 0);
      if (answer.sequence > item.sequence && mine && !read(key)[of]) {
        // A clock runs behind another device's: this is the newer act all the same.
        save(item, of);
        return true;
      }
      show("check-circle", texts.saved.replace("{0}", time(answer.savedAt)));
      onSaved?.(answer, item);
      return true;
    };

    const retry = async () => {
      if (sending) return;
      clearTimeout(timer);
      sending = true;
      try {
        for (let next; (next = Object.entries(read(key))[0]); ) {
          show("sync", texts.saving);
          if (!(await send(next[0], next[1]))) return;
          pause = 0;
        }
      } catch {
        pause = Math.min(60000, (pause || 1000) * 2);
        timer = setTimeout(retry, pause);
        showHeld();
      } finally {
        sending = false;
      }
    };

    const save = (payload, of = "") => {
      last = fresh = Math.max(Date.now(), last + 1);
      const items = read(key);
      items[of] = { ...payload, sequence: last };
      write(key, items);
      retry();
      return last;
    };

    addEventListener("online", retry);
    savers.push(retry);
    if (held()) retry();
    return { save, held, retry, failing: () => failing };
  };
})();
