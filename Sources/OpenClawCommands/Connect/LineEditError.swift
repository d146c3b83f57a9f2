/// A file that cannot be changed line by line without risk.
struct LineEditError: Error {
    var message: String
}
