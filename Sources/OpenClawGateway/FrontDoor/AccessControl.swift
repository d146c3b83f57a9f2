/// Decides who may use the gateway.
///
/// Called on event loops for every request: it never waits, reads no file, and takes the same time for every wrong token. It is
/// asked anew each time, so that what was revoked is refused from the next request on.
package protocol AccessControl: Sendable {
    /// Whoever holds a token; `nil` when it opens nothing.
    func admit(_ token: RawSpan) -> (any Admission)?
}
