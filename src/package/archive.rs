//! The zip archive: parts by name, unpacked under the limits.

use super::name;
use crate::env::Limits;
use crate::error::{Error, ErrorKind, Result};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Arc;
use zip::ZipArchive;
use zip::result::ZipError;

/// An archive whose directory was read.
#[derive(Debug)]
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Arc<[u8]>>>,
    /// Index of a part by its [key](name::key).
    by_key: BTreeMap<String, usize>,
    /// Names as stored.
    names: Vec<String>,
    /// Bytes that each part had when it was unpacked; a part that is read twice counts once.
    unpacked: Vec<Cell<u64>>,
    /// The whole archive's bytes: no part can have more.
    packed_bytes: u64,
    limits: Limits,
}

/// Below this size a high ratio is no sign of a bomb.
const RATIO_FROM: u64 = 1 << 20;

impl Archive {
    pub(super) fn open(bytes: Arc<[u8]>, limits: &Limits) -> Result<Self> {
        let packed_bytes = (bytes.len() as u64).max(1);
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if zip.len() > limits.parts {
            let message = format!("The package has more than {} parts; this is more than can be shown.", limits.parts);
            return Err(Error::new(ErrorKind::TooLarge, message));
        }
        let mut by_key = BTreeMap::new();
        let mut names = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            let stored = zip.name_for_index(index).and_then(|stored| stored.ok()).unwrap_or_default().into_owned();
            if !stored.ends_with(['/', '\\']) {
                by_key.entry(name::key(&stored)).or_insert(index);
            }
            names.push(stored);
        }
        let unpacked = vec![Cell::new(0); names.len()];
        Ok(Self { zip, by_key, names, unpacked, packed_bytes, limits: limits.clone() })
    }

    /// Names of all entries, as stored.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The name of a part as stored.
    pub(super) fn stored_name(&self, part: &str) -> Option<&str> {
        self.index(part).and_then(|index| self.names.get(index)).map(String::as_str)
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
        self.by_key.get(&name::percent_decoded(&key)?.to_lowercase()).copied()
    }

    fn unpack(&self, index: usize) -> Result<Vec<u8>> {
        // A clone shares the directory and the bytes.
        let mut zip = self.zip.clone();
        let file = zip.by_index(index).map_err(|error| damaged(&error))?;
        let packed = file.compressed_size().clamp(1, self.packed_bytes);
        let claimed = file.size();
        let others: u64 = self.unpacked.iter().enumerate().filter(|&(other, _)| other != index).map(|(_, size)| size.get()).sum();
        let by_ratio = packed.saturating_mul(self.limits.ratio).max(RATIO_FROM);
        let most = self.limits.part_bytes.min(by_ratio).min(self.limits.total_bytes.saturating_sub(others));
        // The claim only helps to reserve room, and never much more than what is packed could need.
        let room = claimed.min(most).min(packed.saturating_mul(32).max(4096));
        let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or(0));
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| damaged(&ZipError::Io(error)))?;
        let size = bytes.len() as u64;
        if size > most {
            return Err(self.too_large(most, by_ratio));
        }
        if let Some(cell) = self.unpacked.get(index) {
            cell.set(size);
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

/// What is wrong with the archive, for people.
fn damaged(error: &ZipError) -> Error {
    let message = match error {
        ZipError::InvalidPassword => return encrypted_entry(),
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => return encrypted_entry(),
        ZipError::CompressionMethodNotSupported(method) => format!("a part is packed by method {method}, which Word does not use"),
        ZipError::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => "it ends early".to_owned(),
        ZipError::InvalidArchive(why) if why.contains("EOCD") || why.contains("end") => "it was cut off or altered".to_owned(),
        ZipError::Io(error) => error.to_string(),
        other => other.to_string(),
    };
    let message: String = message.chars().take(160).collect();
    Error::new(ErrorKind::Damaged, format!("The archive is damaged ({message}); ask for the file again."))
}

fn encrypted_entry() -> Error {
    Error::new(ErrorKind::Encrypted, "The archive's entries are encrypted; unpack it with its password and zip it again without one.")
}
