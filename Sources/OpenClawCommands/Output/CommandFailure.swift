/// A run that failed after it told everything itself: only the exit status is left to say.
package struct CommandFailure: Error {
    package let status: ExitStatus

    package init(_ status: ExitStatus) { self.status = status }
}
