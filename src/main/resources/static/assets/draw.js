// Computes the record of a draw again, in the browser of whoever looks at it, as src/docs/draws.md tells it. SHA-256 stands here in full,
// because crypto.subtle is missing where a page is served without TLS, and asking it a million times takes longer than this.
const FRACTIONS = new Uint32Array(64);
const START = new Uint32Array(8);
for (let candidate = 2, found = 0; found < 64; candidate++) {
  let prime = true;
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
    prime &&= candidate % divisor > 0;
  }
  if (prime) {
    FRACTIONS[found] = (Math.cbrt(candidate) % 1) * 2 ** 32;
    if (found < 8) {
      START[found] = (Math.sqrt(candidate) % 1) * 2 ** 32;
    }
    found++;
  }
}

const words = new Uint32Array(64);
const turn = (word, by) => (word >>> by) | (word << (32 - by));

const block = (state, bytes, at) => {
  for (let i = 0; i < 16; i++) {
    const from = at + 4 * i;
    words[i] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
  }
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15];
    const late = words[i - 2];
    words[i] = words[i - 16] + (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + words[i - 7]
        + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + FRACTIONS[i] + words[i]) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
};

// The state after what is whole blocks already, and the hash of more bytes after them.
const hash = (before, done, bytes) => {
  const state = Uint32Array.from(before);
  const whole = bytes.length - bytes.length % 64;
  for (let at = 0; at < whole; at += 64) {
    block(state, bytes, at);
  }
  const rest = new Uint8Array(bytes.length - whole < 56 ? 64 : 128);
  rest.set(bytes.subarray(whole));
  rest[bytes.length - whole] = 0x80;
  const view = new DataView(rest.buffer);
  view.setUint32(rest.length - 8, Math.floor((done + bytes.length) / 2 ** 29));
  view.setUint32(rest.length - 4, (done + bytes.length) * 8);
  for (let at = 0; at < rest.length; at += 64) {
    block(state, rest, at);
  }
  return state;
};

const hex = state => Array.from(state, word => word.toString(16).padStart(8, '0')).join('');
const sha256 = bytes => hex(hash(START, 0, bytes));

// HMAC with a key of 64 bytes, one block: that of a seed as its text.
const hmacOf = key => {
  const [inner, outer] = [0x36, 0x5c].map(pad => {
    const state = Uint32Array.from(START);
    block(state, key.map(byte => byte ^ pad), 0);
    return state;
  });
  const utf8 = new TextEncoder();
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  return message => {
    hash(inner, 64, utf8.encode(message)).forEach((word, i) => { view.setUint32(4 * i, word); });
    return hex(hash(outer, 64, bytes));
  };
};

class Differs extends Error {
  constructor(line, published, computed) {
    super(computed);
    Object.assign(this, { line, published, computed });
  }
}

const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const compareEntries = (left, right) => compare(left.value, right.value) || compare(left.number, right.number);
const pause = () => new Promise(done => { setTimeout(done); });

const size = (stratum, firms) => Math.min(firms, stratum.kind === 'count' ? stratum.amount
  : Math.max(stratum.atLeast, Math.ceil(firms * stratum.amount / 10000)));

const readPool = (lines, from) => {
  const pool = { strata: new Map(), departments: [], inspectors: [], firms: [] };
  lines.forEach((line, i) => {
    const fields = line.split('\t');
    switch (fields[0]) {
      case 'stratum':
        pool.strata.set(fields[1], { kind: fields[2], amount: Number(fields[3]), atLeast: Number(fields[4]), firms: Number(fields[5]) });
        break;
      case 'department':
        pool.departments.push({ code: fields[1], sent: Number(fields[2]) });
        break;
      case 'inspector':
        pool.inspectors.push({ number: fields[1], department: fields[2], recused: new Set(fields[3].split(' ')), firms: 0 });
        break;
      case 'firm':
        if (pool.firms.length > 0 && pool.firms.at(-1).number >= fields[2] || !pool.strata.has(fields[1])) {
          throw new Differs(from + i, line, 'order');
        }
        pool.firms.push({ stratum: fields[1], number: fields[2], tickets: Number(fields[3]) });
        break;
      default:
        if (!['fugong-draw-pool', 'draw', 'scope', 'left-out'].includes(fields[0])) {
          throw new Differs(from + i, line, '');
        }
    }
  });
  return pool;
};

const staff = (pool, firm, value) => {
  const sent = [];
  for (const { code, sent: wanted } of pool.departments) {
    const able = pool.inspectors.filter(one => one.department === code && !one.recused.has(firm))
      .map(one => ({ one, value: value(`${firm}|${one.number}`), number: one.number }))
      .sort((left, right) => left.one.firms - right.one.firms || compareEntries(left, right)).slice(0, wanted);
    if (able.length < wanted) {
      return [];
    }
    sent.push(...able.map(({ one }) => one));
  }
  sent.forEach(one => { one.firms++; });
  return sent.map(one => one.number);
};

/**
 * Computes a record again: how many firms were drawn of how many, or the line that differs, counted from one, what it says and what
 * was computed. `progress` is told a share between 0 and 1 now and then.
 */
export const recompute = async (bytes, progress = () => {}) => {
  const lines = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).split('\n');
  const utf8 = new TextEncoder();
  let at = 0;
  const field = name => {
    const [found, ...rest] = (lines[at++] ?? '').split('\t');
    if (found !== name || rest.length !== 1) {
      throw new Differs(at, lines[at - 1] ?? '', name);
    }
    return rest[0];
  };
  const same = (published, computed, line) => {
    if (published !== computed) {
      throw new Differs(line, published, computed);
    }
  };
  try {
    same(field('fugong-draw'), '1', 1);
    const draw = field('draw');
    field('announced');
    field('reveal');
    const poolHash = field('pool-sha256');
    const seedHash = field('seed-sha256');
    const seed = utf8.encode(field('seed'));
    same(seed.length, 64, at);
    same(seedHash, sha256(seed), 6);
    const poolLines = Number(field('pool'));
    const begun = at;
    const text = lines.slice(at, at += poolLines);
    same(poolHash, sha256(utf8.encode(text.map(line => `${line}\n`).join(''))), 5);
    same(text[1], `draw\t${draw}`, begun + 2);
    const pool = readPool(text, begun + 1);
    const hmac = hmacOf(seed);
    const value = message => hmac(`${draw}|${message}`);
    for (let i = 0; i < pool.firms.length; i++) {
      const firm = pool.firms[i];
      firm.value = value(`${firm.number}|1`);
      for (let ticket = 2; ticket <= firm.tickets; ticket++) {
        const another = value(`${firm.number}|${ticket}`);
        firm.value = another < firm.value ? another : firm.value;
      }
      if (i % 2000 === 1999) {
        progress(i / pool.firms.length);
        await pause();
      }
    }
    const drawn = [];
    for (const [key, stratum] of pool.strata) {
      const firms = pool.firms.filter(firm => firm.stratum === key).sort(compareEntries);
      same(stratum.firms, firms.length, begun + 1);
      firms.slice(0, size(stratum, firms.length)).forEach((firm, i) => {
        const sent = staff(pool, firm.number, value).join(' ') || 'not-staffed';
        drawn.push(['drawn', key, i + 1, firm.number, firm.value, sent].join('\t'));
      });
    }
    same(Number(field('result')), drawn.length, at);
    drawn.forEach(line => { same(lines[at++], line, at); });
    same(lines.slice(at).join('\n'), '', at + 1);
    return { draw, drawn: drawn.length, of: pool.firms.length };
  } catch (e) {
    if (e instanceof Differs) {
      return { line: e.line, published: String(e.published), computed: String(e.computed) };
    }
    throw e;
  }
};

const fill = (text, ...values) => values.reduce((words, value, at) => words.replace(`{${at}}`, () => value), text);

document.querySelectorAll('[data-recompute]').forEach(button => {
  const answer = document.getElementById('recomputed');
  const words = button.dataset;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    answer.textContent = words.running;
    try {
      const file = await fetch(words.recompute);
      if (!file.ok) {
        throw new Error(file.statusText);
      }
      const result = await recompute(new Uint8Array(await file.arrayBuffer()), share => {
        answer.textContent = `${words.running} ${Math.round(share * 100)} %`;
      });
      answer.textContent = result.line ? fill(words.differs, result.line, result.published, result.computed)
        : fill(words.same, result.drawn, result.of);
    } catch {
      answer.textContent = words.failed;
    }
    button.disabled = false;
  });
});
