/** Sessions in links: back to the letter, and anything else refused. */
import assert from 'node:assert/strict';
import {deflateRawSync} from 'node:zlib';
import {test} from 'node:test';
import {checksum, isSession, pack, unpack} from '../../www/js/link.js';

const TEXTS = ['{}', 'Où? “Tōkyō” 🚢 \u202e \u0000 </script>', 'word '.repeat(200_000)];

for (const text of TEXTS) {
  test(`a text comes back from its link: ${text.slice(0, 20)}`, async () => {
    const hash = await pack(text);
    assert.match(hash, /^session=1\.[0-9a-f]{8}\.[\w-]+$/, 'only letters that no program changes');
    assert.ok(isSession(`#${hash}`));
    assert.deepEqual(await unpack(`#${hash}`), {text});
  });
}

const packed = (bytes) => `session=1.${checksum(bytes)}.${Buffer.from(bytes).toString('base64url')}`;

test('rubbish is refused with a reason', async () => {
  const good = await pack('{"a": "long enough to be cut somewhere in the middle of it"}');
  const cases = {
    'session=': 'link', 'session=1.': 'link', 'session=2.0.abc': 'version', 'session=1.00000000.AAAA': 'link', [good.slice(0, -3)]: 'link', [`${good.slice(0, -1)}~`]: 'link',
    [good.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A'))]: 'link', [packed(new Uint8Array([255, 255, 255]))]: 'link', [packed(deflateRawSync(Buffer.from([0xff, 0xfe])))]: 'link', [`session=1.${'x'.repeat(4_000_000)}`]: 'large',
  };
  for (const [hash, kind] of Object.entries(cases)) assert.equal((await unpack(hash)).problem?.kind, kind, hash.slice(0, 60));
  assert.equal(isSession('#panel'), false);
});

test('a link that unpacks to far more than it is does not fill the memory', async () => {
  const {problem} = await unpack(packed(deflateRawSync(Buffer.alloc(80_000_000))));
  assert.equal(problem.kind, 'large');
});
