//! The standard output, closed or not. Rust opens a closed one as `/dev/null`, and swallows what cannot be written to one that only
//! reads: both would end with a success that told nobody anything.

#[cfg(unix)]
pub use unix::stdout;

/// The standard output itself.
#[cfg(not(unix))]
pub fn stdout() -> std::io::Result<std::io::Stdout> {
    Ok(std::io::stdout())
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io;
    use std::os::fd::AsFd;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// Whether it was closed when the program began.
    static CLOSED: AtomicBool = AtomicBool::new(false);

    /// Looks before Rust opens what is closed; how it is opened does not tell it from a `/dev/null` that was asked for. This runs
    /// before `main`, so it asks the system one thing and notes the answer.
    #[ctor::ctor]
    fn look() {
        if rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err() {
            CLOSED.store(true, Ordering::Relaxed);
        }
    }

    /// The standard output itself; that it is closed is an error, as is all that goes wrong when it is written to.
    ///
    /// # Errors
    ///
    /// If it is closed.
    pub fn stdout() -> io::Result<File> {
        if CLOSED.load(Ordering::Relaxed) {
            return Err(io::Error::other("it is closed"));
        }
        io::stdout().as_fd().try_clone_to_owned().map(File::from)
    }
}
