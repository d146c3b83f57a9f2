/// Which of the service's three ways of speaking a path belongs to.
enum Dialect: Sendable { case compatible, native, anthropic }
