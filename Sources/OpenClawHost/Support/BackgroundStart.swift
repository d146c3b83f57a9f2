/// Starts work that nobody waits for: at once, or when the caller's thread has done what somebody does wait for.
///
/// To wake another thread takes longer than most of what a request needs, so a server does it when its answer has left.
package typealias BackgroundStart = @Sendable (_ work: @escaping @Sendable () -> Void) -> Void
