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

  // One stream of balances; every part of the page that shows one asks for itself anew.
  const streams = new Map();
  function listen(root) {
    root.querySelectorAll('[data-stream]').forEach(({ dataset }) => {
      if (streams.has(dataset.stream)) return;
      const source = new EventSource(dataset.stream);
      let last = null;
      source.onmessage = ({ data }) => {
        if (last !== null && last !== data) htmx.trigger(document.body, 'balance');
        last = data;
      };
      streams.set(dataset.stream, source);
    });
  }

  function upgrade(root) {
    localTimes(root);
    scrollToEnd(root);
    listen(root);
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

  // Whoever was signed out meanwhile gets the sign-in page whole, not inside a card.
  document.addEventListener('htmx:beforeSwap', event => {
    if (new URL(event.detail.xhr.responseURL).pathname === '/login') {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  });
})();
