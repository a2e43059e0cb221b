//! A small static server for looking at the built page.
//!
//! In goes `dist/`; out come its files over HTTP on 127.0.0.1, at the first free port from 8000. The address and the path of the
//! single file are printed.
//!
//! Example: `cargo xtask serve`, or `cargo xtask serve --no-build` to show what is already built.
//!
//! Limits: GET and HEAD only, for one person at a desk; no caching, no ranges.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{project, site};

/// Ports that are tried, in order.
const PORTS: std::ops::Range<u16> = 8000..8100;

/// How long a silent visitor is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// `cargo xtask serve [--no-build]`
pub fn command(words: &[String]) -> Result<()> {
    if !project::only_option(words, "--no-build")? {
        site::build()?;
    }
    let folder = project::path(site::HOSTED);
    if !folder.join("index.html").is_file() {
        bail!("nothing is built yet; run `cargo xtask serve` without --no-build");
    }
    let listener = listen()?;
    println!("\nThe page:        http://{}/", listener.local_addr()?);
    println!("The single file: {}", project::path(site::SINGLE).display());
    println!("Press Ctrl-C to stop.");
    for stream in listener.incoming() {
        let folder = folder.clone();
        // A visitor that hangs up or sends nonsense harms only its own connection.
        std::thread::spawn(move || stream.ok().map(|stream| answer(stream, &folder)));
    }
    Ok(())
}

fn listen() -> Result<TcpListener> {
    let listener = PORTS.clone().find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok());
    listener.with_context(|| format!("no port from {} to {} is free", PORTS.start, PORTS.end - 1))
}

fn answer(mut stream: TcpStream, folder: &Path) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split_whitespace();
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if method != "GET" && method != "HEAD" {
        return reply(&mut stream, "405 Method Not Allowed", "text/plain", b"only GET\n", true);
    }
    let with_body = method == "GET";
    match file(folder, address).and_then(|path| Some((fs::read(&path).ok()?, path))) {
        Some((bytes, path)) => reply(&mut stream, "200 OK", media_type(&path), &bytes, with_body),
        None => reply(&mut stream, "404 Not Found", "text/plain", b"no such file\n", with_body),
    }
}

fn reply(stream: &mut TcpStream, status: &str, kind: &str, bytes: &[u8], with_body: bool) -> Result<()> {
    let length = bytes.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    if with_body {
        stream.write_all(bytes)?;
    }
    stream.flush().context("answering")
}

/// The file that an address means, or nothing when it leads out of the folder.
fn file(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let stays_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    stays_inside.then(|| folder.join(path)).filter(|path| path.is_file())
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_means_a_file_of_the_folder_only() {
        let folder = project::path("src");
        assert_eq!(file(&folder, "/lib.rs"), Some(folder.join("lib.rs")));
        assert_eq!(file(&folder, "/lib.rs?x=1"), Some(folder.join("lib.rs")));
        for outside in ["/../Cargo.toml", "//etc/passwd", "/./lib.rs", "lib.rs", "", "/nothing.rs", "/bin"] {
            assert_eq!(file(&folder, outside), None, "{outside}");
        }
    }

    #[test]
    fn a_file_is_served_and_a_missing_one_is_not() {
        use std::io::Read;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let ask = |line: &str| {
            let mut stream = TcpStream::connect(address).unwrap();
            write!(stream, "{line} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            answer(listener.accept().unwrap().0, &project::path("src")).unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            text
        };
        let found = ask("GET /lib.rs");
        assert!(found.starts_with("HTTP/1.1 200") && found.contains("//!"));
        assert!(ask("HEAD /lib.rs").ends_with("\r\n\r\n"));
        assert!(ask("GET /no.rs").starts_with("HTTP/1.1 404"));
        assert!(ask("POST /lib.rs").starts_with("HTTP/1.1 405"));
    }
}
