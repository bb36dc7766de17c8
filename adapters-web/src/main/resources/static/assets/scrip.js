// Everything here only improves pages that work without it. It runs again on what htmx brings in.
(() => {
  'use strict';

  // English days are written day first, as the server writes them.
  const locale = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  const formats = {
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
    minute: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  };

  // Moments in the reader's own zone; the exact instant stays in the title.
  function localTimes(root) {
    root.querySelectorAll('time[data-style]').forEach(time => {
      const format = formats[time.dataset.style];
      if (format) time.textContent = format.format(new Date(time.dateTime));
    });
  }

  function scrollToEnd(root) {
    const talk = root.matches?.('[data-bottom]') ? root : root.querySelector('[data-bottom]');
    if (talk) talk.scrollTop = talk.scrollHeight;
  }

  // One stream tells when the balance differs from what the page shows; every part that shows it then asks for itself
  // anew. A page that nobody looks at listens to nothing: browsers allow a host only a handful of open connections.
  let stream = null;
  function listen() {
    const shown = document.querySelector('[data-stream]')?.dataset.stream;
    if (!shown || document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream || stream.readyState === EventSource.CLOSED) {
      stream = new EventSource(shown);
      stream.onmessage = () => htmx.trigger(document.body, 'balance');
    }
  }
  document.addEventListener('visibilitychange', listen);

  function upgrade(root) {
    localTimes(root);
    scrollToEnd(root);
    listen();
    if (root !== document.body && root.matches?.('[data-balance-changed]')) htmx.trigger(document.body, 'balance');
  }

  document.addEventListener('click', event => {
    const target = event.target.closest('[data-close], [data-copy], [data-username], .pack');
    if (event.target.matches('dialog')) event.target.close();
    if (!target) {
      document.querySelectorAll('details.menu[open]').forEach(menu => menu.contains(event.target) || menu.removeAttribute('open'));
      return;
    }
    if (target.matches('[data-close]') && target.closest('dialog')) {
      event.preventDefault();
      target.closest('dialog').close();
    } else if (target.matches('[data-copy]')) {
      navigator.clipboard?.writeText(document.getElementById(target.dataset.copy).textContent);
    } else if (target.matches('[data-username]')) {
      document.getElementById('username').value = target.dataset.username;
      document.getElementById('password').value = target.dataset.password;
      document.querySelector('form button[type=submit]').focus();
    } else if (target.matches('.pack')) {
      document.getElementById('credits').value = target.value;
    }
  });

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') document.querySelectorAll('details.menu[open]').forEach(menu => menu.removeAttribute('open'));
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.target.matches('[data-submit-on-enter]')) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });

  // A dialog opens once its form has arrived; focus goes to the number of credits.
  document.addEventListener('htmx:afterSwap', event => {
    const dialog = event.detail.target;
    if (dialog instanceof HTMLDialogElement && !dialog.open) {
      document.querySelectorAll('[popover]:popover-open').forEach(popover => popover.hidePopover());
      dialog.showModal();
      dialog.querySelector('#credits')?.focus();
    }
  });
  document.addEventListener('htmx:load', event => upgrade(event.detail.elt));

  // What fails on the way is said once; what a page asks for by itself is asked for again anyway.
  function tell(event) {
    const by = event.detail.requestConfig?.triggeringEvent?.type;
    const template = document.getElementById('trouble');
    if (!template || !['submit', 'click', 'input', 'change'].includes(by)) return;
    document.querySelectorAll('.toast').forEach(old => old.remove());
    const toast = template.content.firstElementChild.cloneNode(true);
    (document.querySelector('dialog[open]') ?? document.body).append(toast);
    setTimeout(() => toast.remove(), 8000);
  }
  document.addEventListener('htmx:responseError', tell);
  document.addEventListener('htmx:sendError', tell);

  // Whoever was signed out meanwhile gets the sign-in page whole, not inside a card.
  document.addEventListener('htmx:beforeSwap', event => {
    if (new URL(event.detail.xhr.responseURL).pathname === '/login') {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  });
})();
