//! The zip archive: parts by name, unpacked under the limits.

use super::directory::{self, Entry};
use super::name;
use crate::env::Limits;
use crate::error::{Error, ErrorKind, Result};
use flate2::{Crc, Decompress, FlushDecompress, Status};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An archive whose directory was read.
#[derive(Debug)]
pub(super) struct Archive {
    bytes: Arc<[u8]>,
    entries: Vec<Entry>,
    /// Index of a part by its [key](name::key).
    by_key: BTreeMap<String, usize>,
    /// Bytes that each part had when it was unpacked; a part that is read twice counts once.
    unpacked: Vec<Cell<u64>>,
    limits: Limits,
}

/// Below this size a high ratio is no sign of a bomb.
const RATIO_FROM: u64 = 1 << 20;

impl Archive {
    pub(super) fn open(bytes: Arc<[u8]>, limits: &Limits) -> Result<Self> {
        let entries = directory::read(&bytes, limits.parts).ok_or_else(|| damaged("it was cut off or altered"))?;
        if entries.len() > limits.parts {
            let message = format!("The package has more than {} parts; this is more than can be shown.", limits.parts);
            return Err(Error::new(ErrorKind::TooLarge, message));
        }
        let mut by_key = BTreeMap::new();
        for (index, Entry { name, .. }) in entries.iter().enumerate() {
            if !name.ends_with(['/', '\\']) {
                by_key.entry(name::key(name)).or_insert(index);
            }
        }
        let unpacked = vec![Cell::new(0); entries.len()];
        Ok(Self { bytes, entries, by_key, unpacked, limits: limits.clone() })
    }

    /// Its own bytes.
    pub(super) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// Names of all entries, as stored.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The name of a part as stored.
    pub(super) fn stored_name(&self, part: &str) -> Option<&str> {
        self.index(part).and_then(|index| self.entries.get(index)).map(|entry| entry.name.as_str())
    }

    /// The bytes of a part.
    pub(super) fn read(&self, part: &str) -> Result<Option<Vec<u8>>> {
        let Some(index) = self.index(part) else { return Ok(None) };
        self.unpack(index).map(Some).map_err(|error| error.in_part(part))
    }

    fn index(&self, part: &str) -> Option<usize> {
        let key = name::key(part);
        if let Some(&index) = self.by_key.get(&key) {
            return Some(index);
        }
        self.by_key.get(&name::key(&name::percent_decoded(&key)?)).copied()
    }

    fn unpack(&self, index: usize) -> Result<Vec<u8>> {
        let Some(entry) = self.entries.get(index) else { return Ok(Vec::new()) };
        if entry.encrypted {
            return Err(encrypted_entry());
        }
        let stored = entry.stored(&self.bytes).ok_or_else(|| damaged("it ends early"))?;
        let others: u64 = self.unpacked.iter().enumerate().filter(|&(other, _)| other != index).map(|(_, size)| size.get()).sum();
        let by_ratio = entry.packed.max(1).saturating_mul(self.limits.ratio).max(RATIO_FROM);
        let most = self.limits.part_bytes.min(by_ratio).min(self.limits.total_bytes.saturating_sub(others));
        let bytes = match entry.method {
            _ if entry.method == 0 && stored.len() as u64 <= most => Some(stored.to_vec()),
            0 => None,
            8 => inflate(stored, entry.size, most)?,
            method => return Err(damaged(&format!("a part is packed by method {method}, which Word does not use"))),
        };
        let bytes = bytes.ok_or_else(|| self.too_large(most, by_ratio))?;
        let mut crc = Crc::new();
        crc.update(&bytes);
        if crc.sum() != entry.crc {
            return Err(damaged("a part is not what its checksum says"));
        }
        if let Some(cell) = self.unpacked.get(index) {
            cell.set(bytes.len() as u64);
        }
        Ok(bytes)
    }

    fn too_large(&self, most: u64, by_ratio: u64) -> Error {
        let message = if most == self.limits.part_bytes {
            format!("A part has more than {most} bytes unpacked; this is more than can be shown.")
        } else if most == by_ratio {
            format!("A part unpacks to more than {} times its size; this looks like an attack.", self.limits.ratio)
        } else {
            format!("The parts have more than {} bytes unpacked; this is more than can be shown.", self.limits.total_bytes)
        };
        Error::new(ErrorKind::TooLarge, message)
    }
}

/// Inflates what claims to be `claimed` bytes; none where it is more than `most`.
fn inflate(packed: &[u8], claimed: u64, most: u64) -> Result<Option<Vec<u8>>> {
    // The claim only helps to reserve room, and never much more than what is packed could need.
    let room = claimed.min(most).min((packed.len() as u64).saturating_mul(128).max(4096));
    let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or(0) + 1);
    // What the claim is true of comes at once, without a window of what came last.
    let at_once = (room == claimed).then(|| Decompress::new(false).decompress_vec(packed, &mut bytes, FlushDecompress::Finish));
    if let Some(Ok(Status::StreamEnd)) = at_once {
        return Ok((bytes.len() as u64 <= most).then_some(bytes));
    }
    bytes.clear();
    let mut inflater = Decompress::new(false);
    loop {
        let (read, written) = (inflater.total_in(), bytes.len());
        let rest = packed.get(usize::try_from(read).unwrap_or(usize::MAX)..).unwrap_or_default();
        let status = inflater.decompress_vec(rest, &mut bytes, FlushDecompress::None).map_err(|error| damaged(&error.to_string()))?;
        if bytes.len() as u64 > most {
            return Ok(None);
        }
        if status == Status::StreamEnd {
            return Ok(Some(bytes));
        }
        if bytes.len() < bytes.capacity() && (inflater.total_in(), bytes.len()) == (read, written) {
            return Err(damaged("it ends early"));
        }
        if bytes.len() == bytes.capacity() {
            let left = most.saturating_sub(bytes.len() as u64).saturating_add(1);
            bytes.reserve_exact(bytes.len().min(usize::try_from(left).unwrap_or(usize::MAX)));
        }
    }
}

/// What is wrong with the archive, for people.
fn damaged(why: &str) -> Error {
    Error::new(ErrorKind::Damaged, format!("The archive is damaged ({why}); ask for the file again."))
}

fn encrypted_entry() -> Error {
    Error::new(ErrorKind::Encrypted, "The archive's entries are encrypted; unpack it with its password and zip it again without one.")
}
