//! Jobs with all options.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Barrier, mpsc};

use sunshine_conversations_bulk::{Cancel, Failed, Job, OnError, Order, Outcome};

/// A journal that is deleted after the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bulk-jobs-{}-{name}.journal", std::process::id()));
        let _ = fs::remove_file(&path);
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn ok<I>(_: &I) -> Result<(), String> {
    Ok(())
}

#[test]
fn every_item_is_processed_once_on_several_threads() {
    let (threads, together) = (Mutex::new(BTreeSet::new()), Barrier::new(4));
    let counts = Mutex::new(BTreeMap::new());
    let report = Job::without_journal()
        .threads(4)
        .run(0..400, |item| {
            // Four items are processed at the same time.
            together.wait();
            threads.lock().unwrap().insert(format!("{:?}", std::thread::current().id()));
            *counts.lock().unwrap().entry(*item).or_insert(0) += 1;
            Ok::<_, String>(())
        })
        .unwrap();
    assert!(report.is_complete());
    assert_eq!((report.done, report.failed, report.skipped), (400, 0, 0));
    assert_eq!(threads.into_inner().unwrap().len(), 4);
    assert!(counts.into_inner().unwrap().into_iter().eq((0..400).map(|item| (item, 1))));
}

#[test]
fn items_are_pulled_as_threads_become_free() {
    let (pulled, done, most) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let items = (0..5_000).inspect(|_| {
        let ahead = pulled.fetch_add(1, SeqCst) + 1 - done.load(SeqCst);
        most.fetch_max(ahead, SeqCst);
    });
    for order in [Order::Completion, Order::Input] {
        let report = Job::without_journal().threads(3).order(order).run(items.clone(), |_| {
            done.fetch_add(1, SeqCst);
            Ok::<_, String>(())
        });
        assert_eq!(report.unwrap().done, 5_000);
    }
    // Four per thread, and the one that was just pulled.
    assert!(most.load(SeqCst) <= 3 * 4 + 1, "{most:?}");
}

#[test]
fn outcomes_can_have_the_order_of_the_input() {
    let (sender, receiver) = mpsc::channel();
    let receiver = Mutex::new(receiver);
    let mut outcomes = Vec::new();
    // The first item is finished after the second one.
    let work = |item: &usize| {
        match item {
            0 => receiver.lock().unwrap().recv().unwrap(),
            1 => sender.send(()).unwrap(),
            _ => {}
        }
        if *item == 5 { Err("odd".to_owned()) } else { Ok(*item * 10) }
    };
    let job = Job::without_journal().threads(4).order(Order::Input).on_error(OnError::Skip);
    let report = job.run_each(0..50, work, |outcome| outcomes.push(outcome)).unwrap();
    assert_eq!((report.done, report.failed), (49, 1));
    assert!(outcomes.iter().map(|outcome| outcome.position).eq(0..50));
    assert!(matches!(&outcomes[5], Outcome { result: Err(Failed::Error(error)), .. } if error == "odd"));
    assert!(matches!(outcomes[7], Outcome { result: Ok(70), .. }));
}

#[test]
fn a_failure_stops_the_job_by_default() {
    let started = AtomicUsize::new(0);
    let report = Job::without_journal()
        .threads(2)
        .run(0..1_000, |item| {
            started.fetch_add(1, SeqCst);
            if *item > 10 {
                // Until the failure is known, other threads go on.
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            if *item == 10 { Err(format!("item {item} is invalid")) } else { Ok(()) }
        })
        .unwrap();
    assert!(report.stopped && !report.is_complete() && report.failed == 1);
    assert_eq!(report.failures[0].to_string(), "10: item 10 is invalid");
    assert!(started.load(SeqCst) < 1_000, "{started:?}");
    assert_eq!(report.done + report.failed, started.load(SeqCst) as u64, "a result is lost");
}

#[test]
fn failures_can_be_skipped() {
    let job = Job::without_journal().on_error(OnError::Skip);
    let report = job.run(0..300, |item| if item % 2 == 0 { Err("even") } else { Ok(()) }).unwrap();
    assert_eq!((report.done, report.failed, report.failures.len()), (150, 150, 100));
    assert!(!report.stopped && !report.is_complete());
    assert!(report.to_string().starts_with("150 done, 150 failed, 0 skipped in "), "{report}");
}

#[test]
fn failures_can_be_tried_again_at_the_end() {
    let order = Mutex::new(Vec::new());
    let job = Job::without_journal().threads(1).on_error(OnError::RetryLater(2)).retry_if(|error| *error != "never");
    let mut outcomes = Vec::new();
    let work = |item: &usize| {
        let mut order = order.lock().unwrap();
        order.push(*item);
        let tries = order.iter().filter(|known| *known == item).count();
        match item {
            3 if tries < 3 => Err("later"),
            5 => Err("always"),
            7 => Err("never"),
            _ => Ok(tries),
        }
    };
    let report = job.run_each(0..10, work, |outcome| outcomes.push((outcome.position, outcome.result.ok()))).unwrap();
    assert_eq!((report.done, report.failed), (8, 2));
    let order = order.into_inner().unwrap();
    assert!(order[..10].iter().copied().eq(0..10), "other items are first: {order:?}");
    assert_eq!(order[10..], [3, 5, 3, 5]);
    assert_eq!(outcomes[8..], [(3, Some(3)), (5, None)]);
    let failed: BTreeSet<_> = report.failures.iter().map(|failure| failure.key.as_str()).collect();
    assert_eq!(failed, BTreeSet::from(["5", "7"]));
}

#[test]
fn a_panic_is_a_failure_of_its_item() {
    let scratch = Scratch::new("panic");
    let job = Job::new(&scratch.0).unwrap().on_error(OnError::RetryLater(3));
    let report = job
        .run(0..20, |item| {
            assert_ne!(*item, 7, "a bug");
            ok(item)
        })
        .unwrap();
    assert_eq!((report.done, report.failed), (19, 1));
    assert!(report.failures[0].error.starts_with("panicked: ") && report.failures[0].error.contains("a bug"));
    // It isn't done.
    let again = Job::new(&scratch.0).unwrap().run(0..20, ok).unwrap();
    assert_eq!((again.done, again.skipped), (1, 19));
}

#[test]
fn a_canceled_job_finishes_its_started_items_and_can_be_resumed() {
    let scratch = Scratch::new("cancel");
    let (cancel, processed) = (Cancel::new(), Mutex::new(Vec::new()));
    let work = |item: &u32| {
        processed.lock().unwrap().push(*item);
        if *item == 50 {
            cancel.cancel();
        }
        // The items after it that have been started at this time are finished.
        while *item > 50 && !cancel.is_canceled() {
            std::thread::yield_now();
        }
        Ok::<_, String>(())
    };
    let report = Job::new(&scratch.0).unwrap().cancel(&cancel).run(0..10_000, work).unwrap();
    assert!(report.canceled && !report.is_complete());
    assert_eq!(report.done, processed.lock().unwrap().len() as u64);
    // Up to seven other threads haven't begun an earlier item, or have begun a later one.
    assert!((51 - 7..=51 + 7).contains(&report.done), "{}", report.done);
    let rest = Job::new(&scratch.0).unwrap().run(0..10_000, work).unwrap();
    assert!(rest.is_complete() && rest.skipped == report.done);
    let mut processed = processed.into_inner().unwrap();
    processed.sort_unstable();
    assert!(processed.into_iter().eq(0..10_000), "each item is processed once");
}

#[test]
fn a_resumed_job_processes_failed_and_new_items() {
    let scratch = Scratch::new("resume");
    let run = |users: &[&'static str], failing: &'static str| {
        let processed = Mutex::new(BTreeSet::new());
        let job = Job::new(&scratch.0).unwrap().name("migrate users").on_error(OnError::Skip);
        let report = job
            .run_keyed(
                users.to_vec(),
                |user| *user,
                |user| {
                    processed.lock().unwrap().insert(*user);
                    if *user == failing { Err("invalid") } else { Ok(()) }
                },
            )
            .unwrap();
        (processed.into_inner().unwrap(), report)
    };
    let (first, report) = run(&["ada", "grace", "ada", "joan"], "grace");
    assert_eq!((first, report.skipped), (BTreeSet::from(["ada", "grace", "joan"]), 1));
    let (second, report) = run(&["mary", "joan", "grace", "ada"], "");
    assert_eq!((second, report.skipped), (BTreeSet::from(["grace", "mary"]), 2));
    assert!(report.is_complete());
    let error = Job::<String>::new(&scratch.0).unwrap().name("other").run_keyed(["a"], |key| *key, ok).unwrap_err();
    assert!(error.to_string().contains("another job") && error.path() == scratch.0, "{error}");
}

#[test]
fn progress_counts_every_item_and_ends_with_all() {
    let mut reports = Vec::new();
    let job = Job::without_journal()
        .threads(2)
        .on_error(OnError::Skip)
        .on_progress(|progress| reports.push(progress.clone()));
    let work = |item: &u32| if *item == 3 { Err("failed") } else { Ok(()) };
    drop(job.run_keyed([1, 2, 3, 1], |item| item.to_string(), work).unwrap());
    let last = reports.last().unwrap();
    assert_eq!((last.done, last.failed, last.skipped, last.in_flight), (2, 1, 1, 0));
    assert_eq!((last.total, last.position()), (Some(4), 4));
    assert_eq!(last.remaining, Some(std::time::Duration::ZERO));
    assert!(reports.is_sorted_by_key(|progress| progress.position()));
    let mut total = None;
    let unknown = (0..5).filter(|_| true);
    drop(Job::without_journal().on_progress(|progress| total = progress.total).run(unknown.clone(), ok).unwrap());
    assert_eq!(total, None);
    drop(Job::without_journal().total(5).on_progress(|progress| total = progress.total).run(unknown, ok).unwrap());
    assert_eq!(total, Some(5));
}

#[test]
fn an_iterator_that_panics_ends_the_threads() {
    let result = std::panic::catch_unwind(|| {
        let items = (0..10).inspect(|item| assert_ne!(*item, 5, "the input is broken"));
        Job::without_journal().run(items, ok)
    });
    assert!(result.is_err());
}

#[test]
fn empty_input_is_complete() {
    let report = Job::without_journal().threads(0).run(Vec::<u32>::new(), ok).unwrap();
    assert!(report.is_complete() && report.done == 0);
}
