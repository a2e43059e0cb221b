/**
 * A server of one folder, for this machine only. In: the folder; out: its address, and how to shut it. Example: `const {address, close} = await serve('dist/site')`.
 * Limits: a file that is not in the folder is not found; with `packed` every file travels as gzip, as from a web server.
 */

import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {gzipSync} from 'node:zlib';

const TYPES = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8'};

/**
 * @param {string} folder
 * @param {{packed?: boolean}} options
 */
export async function serve(folder, {packed = false} = {}) {
  const known = new Map();
  const bytesOf = (file) => {
    if (!packed) return readFileSync(file);
    if (!known.has(file)) known.set(file, gzipSync(readFileSync(file)));
    return known.get(file);
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...(packed && {'content-encoding': 'gzip'})});
    return response.end(bytesOf(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {address: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((done) => server.close(done))};
}
