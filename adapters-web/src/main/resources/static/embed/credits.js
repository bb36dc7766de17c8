// <ai-credits token="…"> shows a person's AI credits on any page: an icon with the total, and what it is made of behind it.
//
//   <script src="https://credits.example.com/embed/credits.js" defer></script>
//   <ai-credits token="…"></ai-credits>
//
// The token comes from the page's own server, which asks POST /api/v1/embed-tokens for it. It lives 15 minutes: on
// "ai-credits-expired" set the attribute "token" anew. "ai-credits-change" tells of every balance (event.detail), and
// "ai-credits-buy" can be prevented to open a purchase of one's own. Attributes: token, src (where Scrip is, if not where
// this file came from), theme ("light", "dark", "auto"; else the page's own), lang. Look: --ai-credits-accent, -on-accent,
// -surface, -text, -muted, -border, -warning, -danger, -radius, -font; parts: button, panel.
(() => {
  'use strict';
  if (customElements.get('ai-credits')) return;

  const HOME = new URL(document.currentScript?.src ?? location.href).origin;
  const RETRY = [2, 5, 10, 30];

  const TEXTS = {
    name: 'AI credits',
    available: '{0} available',
    title: 'Available AI credits',
    monthly: 'Monthly credits',
    of: 'of {0}',
    used: 'Used of this period’s monthly credits',
    renews: 'Renews on {0}',
    addOn: 'Add-on credits',
    validUntil: 'Valid until {0}',
    promotional: 'Promotional credits',
    held: 'On hold',
    debt: 'Debt',
    own: 'Your use in this period',
    left: '{0} left of your limit',
    buy: 'Get AI credits',
    newTab: '(opens in a new tab)',
    loading: 'Loading',
    out: 'AI credits are used up',
    low: 'AI credits are running low',
    expired: 'This view has ended. Please reload the page.',
    stale: 'Not up to date: the connection is lost, and tried again.',
  };

  const CSS = `
    :host { display: inline-block; position: relative; font-weight: 500; font-size: 14px; line-height: 1.4; font-family: var(--ai-credits-font, inherit);
      --accent: var(--ai-credits-accent, light-dark(#0b6b4c, #3cc792)); --on-accent: var(--ai-credits-on-accent, light-dark(#fff, #04160f));
      --surface: var(--ai-credits-surface, light-dark(#fff, #151b18)); --text: var(--ai-credits-text, light-dark(#15201b, #e9efeb));
      --muted: var(--ai-credits-muted, light-dark(#55625b, #a2b0a8)); --border: var(--ai-credits-border, light-dark(#c9d2cc, #3a4841));
      --warning: var(--ai-credits-warning, light-dark(#80520a, #f0bf5f)); --danger: var(--ai-credits-danger, light-dark(#b0271c, #ff9a8d));
      --radius: var(--ai-credits-radius, 12px); }
    :host([hidden]) { display: none; }
    :host([theme=light]) { color-scheme: light; } :host([theme=dark]) { color-scheme: dark; } :host([theme=auto]) { color-scheme: light dark; }
    * { box-sizing: border-box; } p, dl, dd, h2 { margin: 0; }
    button { display: inline-flex; align-items: center; gap: 7px; min-height: 34px; padding: 5px 13px 5px 10px; border: 1px solid var(--border); border-radius: 99px;
      background: var(--surface); color: var(--text); font: inherit; font-weight: 620; font-variant-numeric: tabular-nums; cursor: pointer; }
    button:hover { border-color: var(--muted); }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    svg { width: 18px; height: 18px; flex: none; fill: none; stroke: var(--accent); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
    .low svg { stroke: var(--warning); } .empty svg { stroke: var(--danger); } .empty { color: var(--danger); }
    .off { opacity: .62; }
    .panel { position: absolute; z-index: 1000; top: calc(100% + 8px); right: 0; width: min(320px, calc(100vw - 24px)); padding: 18px 20px; border: 1px solid var(--border);
      border-radius: var(--radius); background: var(--surface); color: var(--text); box-shadow: 0 12px 40px #0003, 0 2px 8px #0002; text-align: left; }
    .panel[hidden] { display: none; }
    .panel.left { right: auto; left: 0; }
    h2 { font-size: 13px; font-weight: 540; color: var(--muted); }
    .total { font-size: 32px; font-weight: 660; letter-spacing: -.03em; line-height: 1.2; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    dl > div { display: grid; grid-template-columns: 1fr auto; gap: 1px 14px; padding: 10px 0; border-top: 1px solid color-mix(in srgb, var(--border) 60%, transparent); }
    dl { margin-top: 12px; } dt { font-weight: 590; } dd { font-variant-numeric: tabular-nums; } .value { font-weight: 620; text-align: right; }
    .value small { font-weight: 450; font-size: 13px; color: var(--muted); } .note { grid-column: 1 / -1; font-size: 13px; color: var(--muted); }
    meter { grid-column: 1 / -1; width: 100%; height: 6px; margin: 5px 0 3px; appearance: none; border: 0; border-radius: 99px; background: color-mix(in srgb, var(--muted) 22%, transparent); overflow: hidden; }
    meter::-webkit-meter-bar { height: 6px; border: 0; border-radius: 99px; background: color-mix(in srgb, var(--muted) 22%, transparent); }
    meter::-webkit-meter-optimum-value { background: var(--accent); border-radius: 99px; } meter::-moz-meter-bar { background: var(--accent); }
    .debt { color: var(--danger); }
    a { display: block; margin-top: 10px; padding: 10px 14px; border-radius: calc(var(--radius) * .7); background: var(--accent); color: var(--on-accent); font-weight: 590; text-align: center; text-decoration: none; }
    a:hover { filter: brightness(1.08); }
    .trouble { margin-top: 10px; font-size: 13px; color: var(--warning); } .trouble:empty { display: none; }
    .sr { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (prefers-reduced-motion: no-preference) { .panel:not([hidden]) { animation: rise .14s ease-out; } @keyframes rise { from { opacity: 0; transform: translateY(-4px); } } }
    @media print { .panel { display: none; } }`;

  const fill = (text, ...args) => text.replace(/\{(\d)\}/g, (_, i) => args[i]);

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => value === null || made.setAttribute(key, value));
    made.append(...children.filter(child => child !== null));
    return made;
  }

  function coin() {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(ns, 'path');
    path.setAttribute('d', 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8v8M8 12h8');
    svg.append(path);
    return svg;
  }

  // Events of a response, as they come in.
  async function* events(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value.replace(/\r/g, '')).split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) {
        const lines = block.split('\n');
        const of = key => lines.filter(line => line.startsWith(key + ':')).map(line => line.slice(key.length + 1).trim()).join('\n');
        if (of('data')) yield { id: of('id'), data: of('data') };
      }
    }
  }

  class AiCredits extends HTMLElement {
    static observedAttributes = ['token', 'src', 'lang'];

    #sight = null;
    #state = 'loading';
    #texts = TEXTS;
    #abort = null;
    #heard = '';
    #tries = 0;
    #timer = 0;
    #tone = 'calm';
    #button; #total; #panel; #live;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
      this.#total = element('span');
      this.#button = element('button', { type: 'button', part: 'button', 'aria-expanded': 'false', 'aria-haspopup': 'dialog', 'aria-controls': 'panel' }, coin(), this.#total);
      this.#panel = element('div', { id: 'panel', part: 'panel', class: 'panel', role: 'dialog', tabindex: '-1', hidden: '' });
      this.#live = element('div', { class: 'sr', role: 'status' });
      root.append(this.#button, this.#panel, this.#live);
      this.#button.addEventListener('click', () => this.#panel.hidden ? this.open() : this.close());
      root.addEventListener('keydown', event => {
        if (event.key === 'Escape' && !this.#panel.hidden) {
          event.stopPropagation();
          this.close();
          this.#button.focus();
        }
      });
      this.addEventListener('focusout', event => event.relatedTarget && !this.contains(event.relatedTarget) && this.close());
    }

    // Words of another language: any of those above.
    set texts(words) { this.#texts = { ...TEXTS, ...words }; this.#draw(); }
    get texts() { return this.#texts; }

    connectedCallback() {
      document.addEventListener('visibilitychange', this.#listen);
      document.addEventListener('pointerdown', this.#outside);
      this.#draw();
      this.#listen();
    }

    disconnectedCallback() {
      document.removeEventListener('visibilitychange', this.#listen);
      document.removeEventListener('pointerdown', this.#outside);
      this.#stop();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.isConnected) return;
      if (name !== 'lang') {
        this.#stop();
        this.#tries = 0;
        if (this.#state === 'expired') this.#state = this.#sight ? 'ready' : 'loading';
        this.#listen();
      }
      this.#draw();
    }

    open() {
      this.#panel.hidden = false;
      this.#button.setAttribute('aria-expanded', 'true');
      this.#panel.classList.toggle('left', this.getBoundingClientRect().right < 330);
      this.#panel.focus({ preventScroll: true });
    }

    close() {
      this.#panel.hidden = true;
      this.#button.setAttribute('aria-expanded', 'false');
    }

    #outside = event => { if (!event.composedPath().includes(this)) this.close(); };

    // A page that nobody looks at listens to nothing.
    #listen = () => {
      if (document.hidden || !this.isConnected) {
        this.#stop();
      } else if (!this.#abort && this.getAttribute('token') && this.#state !== 'expired') {
        this.#run(new AbortController());
      }
    };

    #stop() {
      clearTimeout(this.#timer);
      this.#abort?.abort();
      this.#abort = null;
    }

    async #run(abort) {
      this.#abort = abort;
      try {
        const headers = { Authorization: 'Bearer ' + this.getAttribute('token'), Accept: 'text/event-stream' };
        if (this.#heard && this.#sight) headers['Last-Event-ID'] = this.#heard;
        const url = new URL('/api/v1/embed/credits', this.getAttribute('src') ?? HOME);
        const response = await fetch(url, { headers, signal: abort.signal, credentials: 'omit', cache: 'no-store' });
        if (response.status === 401) return this.#expire(abort);
        if (!response.ok) throw new Error('HTTP ' + response.status);
        this.#tries = 0;
        if (this.#sight) this.#show('ready');
        for await (const { id, data } of events(response.body)) {
          this.#heard = id;
          this.#sight = JSON.parse(data);
          this.#show('ready');
          this.dispatchEvent(new CustomEvent('ai-credits-change', { detail: this.#sight.balance, bubbles: true, composed: true }));
        }
        this.#again(abort, 1);
      } catch (failure) {
        if (abort.signal.aborted) return;
        this.#show(this.#sight ? 'stale' : 'loading');
        this.#again(abort, RETRY[Math.min(this.#tries++, RETRY.length - 1)]);
      }
    }

    #again(abort, seconds) {
      if (this.#abort !== abort) return;
      this.#abort = null;
      this.#timer = setTimeout(this.#listen, seconds * 1000);
    }

    #expire(abort) {
      if (this.#abort !== abort) return;
      this.#abort = null;
      this.#show('expired');
      this.dispatchEvent(new CustomEvent('ai-credits-expired', { bubbles: true, composed: true }));
    }

    #show(state) {
      this.#state = state;
      this.#draw();
    }

    // English days are written day first, as Scrip's own pages have them.
    #locale() {
      const lang = this.getAttribute('lang') || document.documentElement.lang || 'en';
      return lang === 'en' ? 'en-GB' : lang;
    }

    #number(value, digits = 6) {
      return new Intl.NumberFormat(this.#locale(), { maximumFractionDigits: digits, roundingMode: 'floor' }).format(value);
    }

    #day(iso) {
      return new Intl.DateTimeFormat(this.#locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(iso));
    }

    #draw() {
      const t = this.#texts, balance = this.#sight?.balance;
      const short = balance ? (balance.available < 10_000 ? this.#number(Math.floor(balance.available), 0)
        : new Intl.NumberFormat(this.#locale(), { notation: 'compact', maximumFractionDigits: 1, roundingMode: 'floor' }).format(balance.available)) : '…';
      const tone = !balance ? 'calm' : balance.available === 0 ? 'empty' : balance.available * 5 < balance.monthly.granted ? 'low' : 'calm';
      this.#total.textContent = short;
      this.#button.className = tone + (this.#state === 'ready' ? '' : ' off');
      this.#button.setAttribute('aria-label', t.name + ': ' + (balance ? fill(t.available, this.#number(balance.available)) : t.loading));
      this.#button.setAttribute('aria-busy', String(this.#state === 'loading'));
      this.#panel.setAttribute('aria-label', t.title);
      if (tone !== this.#tone && this.#state === 'ready') this.#live.textContent = tone === 'empty' ? t.out : tone === 'low' ? t.low : '';
      if (this.#state === 'ready') this.#tone = tone;
      const trouble = element('p', { class: 'trouble', role: 'status' }, this.#state === 'expired' ? t.expired : this.#state === 'stale' ? t.stale : '');
      const focused = this.shadowRoot.activeElement?.localName;
      this.#panel.replaceChildren(...(balance ? this.#parts(t, balance) : [element('h2', {}, this.#state === 'expired' ? t.name : t.loading)]), trouble);
      if (focused === 'a') (this.#panel.querySelector('a') ?? this.#panel).focus({ preventScroll: true });
    }

    #parts(t, { available, monthly, promotional, addOn, held, debt }) {
      const part = (title, value, note = null, of = null, meter = null) => element('div', {}, element('dt', {}, title),
        element('dd', { class: 'value' }, this.#number(value), of === null ? null : element('small', {}, ' ' + fill(t.of, this.#number(of)))),
        meter, note === null ? null : element('dd', { class: 'note' }, note));
      const meter = monthly.granted > 0 ? element('dd', { class: 'note' },
        element('meter', { min: 0, max: monthly.granted, value: monthly.used, 'aria-label': t.used })) : null;
      const { own } = this.#sight;
      const parts = element('dl', {},
        monthly.granted > 0 ? part(t.monthly, monthly.available, fill(t.renews, this.#day(monthly.renewsAt)), monthly.granted, meter) : null,
        part(t.addOn, addOn.available, addOn.validUntil && addOn.available > 0 ? fill(t.validUntil, this.#day(addOn.validUntil)) : null),
        promotional.available > 0 ? part(t.promotional, promotional.available) : null,
        held > 0 ? part(t.held, held) : null,
        debt > 0 ? part(t.debt, -debt) : null,
        part(t.own, own.used, own.limit === null ? null : fill(t.left, this.#number(own.left)), own.limit));
      const all = [element('h2', {}, t.title), element('p', { class: 'total' }, this.#number(available)), parts];
      if (/^https?:/.test(this.#sight.buyUrl ?? '')) {
        const buy = element('a', { href: this.#sight.buyUrl, target: '_blank', rel: 'noopener' }, t.buy, element('span', { class: 'sr' }, ' ' + t.newTab));
        buy.addEventListener('click', event => {
          const wanted = new CustomEvent('ai-credits-buy', { bubbles: true, composed: true, cancelable: true, detail: { url: this.#sight.buyUrl } });
          if (!this.dispatchEvent(wanted)) event.preventDefault();
        });
        all.push(buy);
      }
      return all;
    }
  }

  customElements.define('ai-credits', AiCredits);
})();
