//! What a connection does beyond the rules of HTTP, once an answer has left.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use axum::body::Body;
use bytes::{Buf, Bytes};
use hyper::body::Body as HttpBody;
use parking_lot::Mutex;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::Notify,
};

/// A handle to a connection, by which an answer asks for something after its last byte.
///
/// It must ask before hyper gets that last byte: hyper flushes only what it has written, so the
/// next flush is the moment when all of the answer has left.
#[derive(Clone, Default)]
pub(crate) struct Wire(Arc<Shared>);

#[derive(Default)]
struct Shared {
    next: Mutex<Next>,
    settled: Notify,
}

#[derive(Default)]
enum Next {
    #[default]
    Nothing,
    Send {
        chunk: Bytes,
        rest: Body,
    },
    Close,
}

impl Wire {
    /// Sends bytes that belong to no answer.
    pub fn send(&self, chunk: Bytes, rest: Body) {
        *self.0.next.lock() = Next::Send { chunk, rest };
    }

    /// Closes the connection.
    pub fn close(&self) {
        *self.0.next.lock() = Next::Close;
    }

    /// Waits until nothing is left to do after the answer before.
    pub async fn settled(&self) {
        while !matches!(*self.0.next.lock(), Next::Nothing) {
            self.0.settled.notified().await;
        }
    }
}

/// The stream of a connection with a [`Wire`].
pub(crate) struct WiredStream {
    stream: TcpStream,
    wire: Wire,
}

impl WiredStream {
    pub fn new(stream: TcpStream, wire: Wire) -> Self {
        Self { stream, wire }
    }

    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut next = self.wire.0.next.lock();
        loop {
            match &mut *next {
                Next::Nothing => return Poll::Ready(Ok(())),
                // An error makes hyper give up the stream, which closes it.
                Next::Close => return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into())),
                Next::Send { chunk, .. } if !chunk.is_empty() => {
                    let sent = ready!(Pin::new(&mut self.stream).poll_write(context, chunk))?;
                    chunk.advance(sent);
                }
                Next::Send { chunk, rest } => match ready!(Pin::new(rest).poll_frame(context)) {
                    Some(Ok(frame)) => *chunk = frame.into_data().unwrap_or_default(),
                    Some(Err(_)) | None => {
                        *next = Next::Nothing;
                        self.wire.0.settled.notify_one();
                    }
                },
            }
        }
    }
}

impl AsyncRead for WiredStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for WiredStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_next(context))?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
