//! `check --jsonl`: events in, reports out, in the same order, on all cores.
//!
//! In: lines of standard input. Out: a line each, written as soon as it and those before it are done. Example: a pipe that
//! never ends is answered line by line. Limits: at most [`AHEAD`] events a core are held at any time, so memory does not
//! grow with the number of lines; empty lines are counted and get no answer.
//!
//! One thread reads and hands each line to the workers, together with a slot for the answer; the same slots go to the
//! writer in the order of the lines. The queue of slots is bounded, so the reader waits when the writer falls behind.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crosscheck::Options;

use crate::answer::{Answer, answer};
use crate::args::Check;
use crate::check::eprint;
use crate::clock::Clock;
use crate::{WRONG_INPUT, complain, input, written};

/// Events in work or waiting, for each core; two keep a core busy while the writer waits for a slow event.
const AHEAD: usize = 2;
/// Stack of a worker: as large as the main thread's, so that a text that is good for files is good for events.
const STACK: usize = 8 << 20;
/// A line was no event.
const BAD_LINE: u8 = 1;

/// A line and where its answer goes.
struct Job {
    number: u64,
    line: Vec<u8>,
    slot: Sender<Answer>,
}

/// The answers to come, in the order of the lines; an error of reading comes last.
type Slots = Receiver<io::Result<(u64, Receiver<Answer>)>>;

/// Answers every line.
pub fn run(check: &Check) -> Result<ExitCode, String> {
    let options = check.options.as_deref().map_or(Ok(Options::default()), input::options)?;
    let slots = start(Arc::new(options))?;
    let (mut clock, mut bytes, mut status) = (Clock::start(), 0, ExitCode::SUCCESS);
    let mut out = io::stdout().lock();
    for slot in slots {
        let (number, slot) = match slot {
            Ok(slot) => slot,
            Err(error) => {
                complain(&format!("standard input: {error}"));
                status = ExitCode::from(WRONG_INPUT);
                break;
            }
        };
        // A worker always answers, even when the core panics; the message is for what can not be caught.
        let answer = slot.recv().map_err(|_| format!("line {number}: internal error: no answer"))?;
        if !answer.good {
            status = ExitCode::from(BAD_LINE);
        }
        clock.join(&answer.clock);
        bytes += answer.bytes;
        if !written(writeln!(out, "{}", answer.json).and_then(|()| out.flush()))? {
            return Ok(status);
        }
    }
    if check.time {
        eprint(&clock.table(bytes));
    }
    Ok(status)
}

/// Starts the reader and the workers. They are not joined: when nobody reads the answers, the process just ends.
fn start(options: Arc<Options>) -> Result<Slots, String> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (job_sender, job_receiver) = sync_channel::<Job>(cores * AHEAD);
    let (slot_sender, slot_receiver) = sync_channel(cores * AHEAD);
    let jobs = Arc::new(Mutex::new(job_receiver));
    for _ in 0..cores {
        let (jobs, options) = (Arc::clone(&jobs), Arc::clone(&options));
        spawn(move || work(&jobs, &options))?;
    }
    spawn(move || read(&job_sender, &slot_sender))?;
    Ok(slot_receiver)
}

fn spawn(work: impl FnOnce() + Send + 'static) -> Result<(), String> {
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    thread.map(drop).map_err(|error| format!("can not start a thread: {error}"))
}

fn work(jobs: &Mutex<Receiver<Job>>, options: &Options) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { number, line, slot }) = job else { return };
        // The writer has gone when nobody reads any more; then the answer is not needed.
        let _ = slot.send(answer(number, line, options));
    }
}

fn read(jobs: &SyncSender<Job>, slots: &SyncSender<io::Result<(u64, Receiver<Answer>)>>) {
    let mut input = io::stdin().lock();
    for number in 1.. {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return,
            Ok(_) if line.trim_ascii().is_empty() => continue,
            Ok(_) => {}
            Err(error) => {
                let _ = slots.send(Err(error));
                return;
            }
        }
        let (slot, answer) = channel();
        if slots.send(Ok((number, answer))).is_err() || jobs.send(Job { number, line, slot }).is_err() {
            return;
        }
    }
}
