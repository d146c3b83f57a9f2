/// The gateway as a launch agent of macOS.
package struct LaunchAgent: Sendable {
    package let plan: ServicePlan

    package init(_ plan: ServicePlan) { self.plan = plan }

    /// Where it stands.
    package var path: String { FilePathText.join(plan.home, "Library/LaunchAgents/\(plan.label).plist") }

    /// The property list. The gateway writes its own log with rotation; what it prints beside it is kept as well.
    package var text: String {
        let words = ([plan.program] + plan.arguments).map { "        <string>\(Self.escaped($0))</string>\n" }.joined()
        let variables = plan.environment.map { variable in
            "        <key>\(Self.escaped(variable.name))</key>\n        <string>\(Self.escaped(variable.value))</string>\n"
        }.joined()
        let output = Self.escaped(plan.files.standardError)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
                <key>Label</key>
                <string>\(Self.escaped(plan.label))</string>
                <key>ProgramArguments</key>
                <array>
            \(words)    </array>
                <key>EnvironmentVariables</key>
                <dict>
            \(variables)    </dict>
                <key>RunAtLoad</key>
                <true/>
                <key>KeepAlive</key>
                <true/>
                <key>ThrottleInterval</key>
                <integer>5</integer>
                <key>ExitTimeOut</key>
                <integer>30</integer>
                <key>Umask</key>
                <integer>63</integer>
                <key>ProcessType</key>
                <string>Background</string>
                <key>StandardOutPath</key>
                <string>\(output)</string>
                <key>StandardErrorPath</key>
                <string>\(output)</string>
            </dict>
            </plist>

            """
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}
