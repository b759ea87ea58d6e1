//! WOFF 1.0: a face as browsers take it, its tables compressed one by one (<https://www.w3.org/TR/WOFF/>).

use miniz_oxide::deflate::compress_to_vec_zlib;

/// The header, and an entry of the directory.
const HEADER: usize = 44;
const ENTRY: usize = 20;

/// A face of TrueType or OpenType as WOFF; nothing if its directory is broken.
#[must_use]
pub(super) fn woff(face: &[u8]) -> Option<Vec<u8>> {
    let count = u16::from_be_bytes(face.get(4..6)?.try_into().ok()?);
    let mut directory = Vec::new();
    let mut tables = Vec::new();
    let mut whole = 12 + 16 * usize::from(count);
    let start = HEADER + ENTRY * usize::from(count);
    for nth in 0..usize::from(count) {
        let record = face.get(12 + 16 * nth..28 + 16 * nth)?;
        let field = |at: usize| record[at..at + 4].try_into().ok().map(u32::from_be_bytes);
        let (from, length) = (field(8)? as usize, field(12)? as usize);
        let table = face.get(from..from.checked_add(length)?)?;
        let small = compress_to_vec_zlib(table, 10);
        let stored = if small.len() < table.len() { &small } else { table };
        directory.extend_from_slice(&record[..4]);
        for value in [start + tables.len(), stored.len(), length] {
            directory.extend_from_slice(&u32::try_from(value).ok()?.to_be_bytes());
        }
        directory.extend_from_slice(&record[4..8]);
        tables.extend_from_slice(stored);
        tables.resize(tables.len().next_multiple_of(4), 0);
        whole += length.next_multiple_of(4);
    }
    let mut out = b"wOFF".to_vec();
    out.extend_from_slice(&face[..4]);
    out.extend_from_slice(&u32::try_from(start + tables.len()).ok()?.to_be_bytes());
    out.extend_from_slice(&count.to_be_bytes());
    out.extend_from_slice(&[0; 2]);
    out.extend_from_slice(&u32::try_from(whole).ok()?.to_be_bytes());
    // No version, no metadata, no private data.
    out.resize(HEADER, 0);
    out.extend(directory);
    out.extend(tables);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::faces::FAMILIES;

    #[test]
    fn what_is_packed_comes_out_again() {
        let face = FAMILIES[1].data[0];
        let packed = woff(face).unwrap();
        let field = |at: usize| u32::from_be_bytes(packed[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(field(8), packed.len());
        let count = field(12) >> 16;
        for nth in 0..count {
            let entry = HEADER + ENTRY * nth;
            let (from, stored, length) = (field(entry + 4), field(entry + 8), field(entry + 12));
            let table = &packed[from..from + stored];
            let table = if stored < length {
                miniz_oxide::inflate::decompress_to_vec_zlib(table).unwrap()
            } else {
                table.to_vec()
            };
            let at = u32::from_be_bytes(face[12 + 16 * nth + 8..][..4].try_into().unwrap()) as usize;
            assert_eq!(table, face[at..at + length]);
        }
        assert_eq!(woff(b"no face"), None);
    }
}
