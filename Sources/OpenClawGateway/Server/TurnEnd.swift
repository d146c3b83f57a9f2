import NIOCore
import NIOPosix
package import OpenClawHost

/// The end of an event loop's turn, when everything that was written in it is on its way.
package enum TurnEnd {
    /// Starts work there, or at once on a thread that is no event loop.
    package static let start: BackgroundStart = { work in
        guard let loop = MultiThreadedEventLoopGroup.currentEventLoop else { return work() }
        loop.execute(work)
    }
}
