//! An empty library: only the build script is used.
