//! The system's own word that something was saved. It only makes the next look come sooner: it goes with a folder that is
//! replaced, and some disks never give it.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use parallax_project::watch::Place;

/// Rings when something was saved in the folders that it hangs in.
pub(super) struct Bell {
    ring: Sender<()>,
    heard: Receiver<()>,
    watcher: Option<RecommendedWatcher>,
}

impl Default for Bell {
    fn default() -> Self {
        let (ring, heard) = channel();
        Self { ring, heard, watcher: None }
    }
}

impl Bell {
    /// Hangs it anew in these folders. Where the system gives no bell, or none more, the looks do without.
    pub(super) fn hang(&mut self, places: &[Place]) {
        let ring = self.ring.clone();
        let on_event = move |event: notify::Result<Event>| {
            // What was only read, from here too, is no change. Nobody listens any more once the program ends.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = ring.send(());
            }
        };
        self.watcher = notify::recommended_watcher(on_event).ok();
        let Some(watcher) = &mut self.watcher else { return };
        for place in places {
            let mode = if place.is_deep { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            let _ = watcher.watch(&place.folder, mode);
        }
    }

    /// Waits until it rings, for so long at most.
    pub(super) fn listen(&self, most: Duration) {
        if let Err(RecvTimeoutError::Disconnected) = self.heard.recv_timeout(most) {
            thread::sleep(most);
        }
        // It rings many times for one save.
        while self.heard.try_recv().is_ok() {}
    }
}
