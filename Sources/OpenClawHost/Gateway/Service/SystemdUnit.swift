/// The gateway as a user unit of systemd.
package struct SystemdUnit: Sendable {
    package let plan: ServicePlan

    package init(_ plan: ServicePlan) { self.plan = plan }

    /// The name by which systemd knows it.
    package var name: String { plan.unitName + ".service" }

    /// Where it stands.
    package var path: String { FilePathText.join(plan.home, ".config/systemd/user/\(name)") }

    /// The file. Exit status 78 means that trying again is of no use.
    package var text: String {
        let command = ([plan.program] + plan.arguments).map { Self.quoted($0, isCommand: true) }.joined(separator: " ")
        let environment = plan.environment.map { variable in
            "Environment=" + Self.quoted("\(variable.name)=\(variable.value)", isCommand: false) + "\n"
        }.joined()
        return """
            # Written by 'openclaw gateway install'; 'openclaw gateway uninstall' removes it. It holds no key and no token:
            # the gateway reads them from the state directory's .env, the credential store or the login shell.
            [Unit]
            Description=OpenClaw gateway\(plan.profile.map { " (\($0))" } ?? "")
            After=network-online.target
            Wants=network-online.target
            StartLimitIntervalSec=60
            StartLimitBurst=5

            [Service]
            Type=exec
            ExecStart=\(command)
            ExecReload=/bin/kill -HUP $MAINPID
            Restart=always
            RestartSec=5
            RestartPreventExitStatus=78
            SuccessExitStatus=0 143
            TimeoutStartSec=30
            TimeoutStopSec=30
            KillMode=control-group
            UMask=0077
            NoNewPrivileges=true
            LimitNOFILE=65536
            \(environment)
            [Install]
            WantedBy=default.target

            """
    }

    /// A word as systemd reads it: in quotes, with specifiers and variables switched off.
    private static func quoted(_ text: String, isCommand: Bool) -> String {
        var result = "\""
        for character in text {
            switch character {
            case "\"", "\\": result += "\\\(character)"
            case "%": result += "%%"
            case "$": result += isCommand ? "$$" : "$"
            default: result.append(character)
            }
        }
        return result + "\""
    }
}
