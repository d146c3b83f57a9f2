extension ConfigurationSchema {
    static let failover = object(
        [
            Property("maxAttempts", integer(1...32, "Requests that one run may send at most; 8 by default.")),
            Property("waitSeconds", atLeastZero("How long one run may wait for limits to pass; 60 by default.")),
        ], "What is done when a request fails.")
}
