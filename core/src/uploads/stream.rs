//! Content that comes piece by piece, cut into parts.

use crate::error::{Error, Result};
use bytes::{Bytes, BytesMut};
use futures::{StreamExt, stream::BoxStream};
use std::collections::VecDeque;

const SMALL: usize = 64 << 10;

/// Reads a stream in pieces of its own size. A read that is given up loses nothing: what has come stays here.
pub struct StreamReader {
    stream: BoxStream<'static, Result<Bytes>>,
    pieces: VecDeque<Bytes>,
    /// Small pieces, put together: each on its own would take more memory than its bytes.
    joined: BytesMut,
    waiting: usize,
    has_ended: bool,
    /// Why there will be no more: what has come is not all of it, however often it is asked for.
    failure: Option<Error>,
}

impl StreamReader {
    pub fn new(stream: BoxStream<'static, Result<Bytes>>) -> Self {
        Self {
            stream,
            pieces: VecDeque::new(),
            joined: BytesMut::new(),
            waiting: 0,
            has_ended: false,
            failure: None,
        }
    }

    /// Waits until so many bytes are here; true if there are not so many.
    pub async fn fill(&mut self, size: usize) -> Result<bool> {
        while self.waiting < size && !self.has_ended {
            if let Some(failure) = &self.failure {
                return Err(failure.clone());
            }
            match self.stream.next().await {
                Some(Ok(piece)) => {
                    self.waiting += piece.len();
                    if piece.len() < SMALL {
                        self.joined.extend_from_slice(&piece);
                        if self.joined.len() >= SMALL {
                            self.end_joined();
                        }
                    } else {
                        self.end_joined();
                        self.pieces.push_back(piece);
                    }
                }
                Some(Err(error)) => self.failure = Some(error),
                None => self.has_ended = true,
            }
        }
        Ok(self.waiting < size)
    }

    /// How many bytes are here.
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    /// The next piece as it is, if one is here.
    pub fn piece(&mut self) -> Option<Bytes> {
        if self.pieces.is_empty() {
            self.end_joined();
        }
        let piece = self.pieces.pop_front()?;
        self.waiting -= piece.len();
        Some(piece)
    }

    fn end_joined(&mut self) {
        if !self.joined.is_empty() {
            self.pieces.push_back(std::mem::take(&mut self.joined).freeze());
        }
    }

    /// So many bytes, or all that are here if they are fewer, in the pieces that they came in: put together they
    /// would take their memory twice.
    pub fn take(&mut self, size: usize) -> Vec<Bytes> {
        let mut taken = Vec::new();
        let mut left = size;
        while left > 0 {
            let Some(mut piece) = self.piece() else { break };
            let rest = piece.split_off(piece.len().min(left));
            left -= piece.len();
            taken.push(piece);
            if !rest.is_empty() {
                self.waiting += rest.len();
                self.pieces.push_front(rest);
            }
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::stream;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_pieces_give_the_same_content(
            length in 0..5 * SMALL,
            cuts in prop::collection::vec(prop_oneof![1_usize..2000, 1..2 * SMALL], 1..20),
            size in 1..2 * SMALL,
        ) {
            let content: Vec<u8> = (0..length).map(|at| ((at * at) >> 3) as u8).collect();
            let mut rest = Bytes::from(content.clone());
            let mut pieces = Vec::new();
            for cut in cuts.iter().cycle() {
                if rest.is_empty() {
                    break;
                }
                pieces.push(Ok(rest.split_to(rest.len().min(*cut))));
            }
            let mut reader = StreamReader::new(stream::iter(pieces).boxed());
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            let read = runtime.block_on(async {
                let mut read = Vec::new();
                loop {
                    let is_last = reader.fill(size).await.unwrap();
                    let part = reader.take(size).concat();
                    assert!(is_last || part.len() == size);
                    read.extend_from_slice(&part);
                    if is_last {
                        return read;
                    }
                }
            });
            prop_assert!(read == content);
        }
    }
}
