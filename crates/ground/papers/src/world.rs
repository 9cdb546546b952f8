//! What a template can see: its own text, the letterhead, the files of this sheet. No disk, no network, no packages.

use std::collections::HashMap;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontFamily, FontList, TextElem};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The fonts of every paper; their licences lie beside them.
const FONTS: [&[u8]; 5] = [
    include_bytes!("../fonts/Amiri-Regular.ttf"),
    include_bytes!("../fonts/Amiri-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansTifinagh-Regular.ttf"),
];
const FAMILIES: [&str; 3] = ["Amiri", "Noto Sans", "Noto Sans Tifinagh"];
const LETTERHEAD: &str = include_str!("../templates/letterhead.typ");

/// What is the same for all papers: kept for ever, so that what was computed for one serves the next.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    letterhead: Source,
    main: FileId,
}

impl Press {
    pub fn new() -> Press {
        let fonts: Vec<Font> = FONTS.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        Press {
            library: LazyHash::new(library()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            letterhead: Source::new(id("letterhead.typ"), LETTERHEAD.into()),
            main: id("template.typ"),
        }
    }
}

/// The standard library with our fonts as the default: a text whose fonts are all unknown would be left out in silence.
fn library() -> Library {
    let mut library = Library::default();
    let families = FAMILIES.map(FontFamily::new).to_vec();
    library.styles.set(TextElem::font, FontList(families));
    library
}

/// The identity of a virtual file. A name that is no path stands for a file nobody has.
fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).or_else(|_| VirtualPath::new("refused"));
    path.map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
        .unwrap_or_else(|_| unreachable!("a plain word is a path"))
}

/// One sheet on the press.
pub struct Desk<'a> {
    press: &'a Press,
    template: Source,
    files: HashMap<FileId, Bytes>,
    today: Option<Datetime>,
}

impl<'a> Desk<'a> {
    pub fn new(press: &'a Press, template: &str, files: Vec<(&str, Vec<u8>)>, today: Option<Datetime>) -> Desk<'a> {
        let files = files.into_iter().map(|(name, content)| (id(name), Bytes::new(content))).collect();
        Desk { press, template: Source::new(press.main, template.into()), files, today }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.press.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id {
            id if id == self.press.main => Ok(self.template.clone()),
            id if id == self.press.letterhead.id() => Ok(self.press.letterhead.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
