using System.Collections.Immutable;

namespace KaizenGate.Core.Tests.History.Git;

/// <summary>A script that creates a file when it runs, and all settings that could make git run it.</summary>
internal sealed class Bait
{
    /// <summary>Settings that a fetch would use, one at a time.</summary>
    public static readonly ImmutableArray<(string Key, string Value)> Transports =
    [
        ("remote.origin.url", "ext::BAIT"),
        ("remote.origin.url", "ssh://localhost/x"),
        ("remote.origin.url", "git://localhost/x"),
        ("remote.origin.url", "http://127.0.0.1:9/x"),
        ("remote.origin.url", "bait::x"),
        ("remote.origin.vcs", "bait"),
        ("remote.origin.uploadpack", "BAIT"),
    ];

    private static readonly ImmutableArray<string> Keys =
    [
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "pager.diff-tree",
        "pager.ls-files",
        "core.editor",
        "core.sshCommand",
        "core.gitProxy",
        "core.askPass",
        "core.alternateRefsCommand",
        "credential.helper",
        "diff.external",
        "diff.bait.command",
        "diff.bait.textconv",
        "filter.bait.clean",
        "filter.bait.smudge",
        "filter.bait.process",
        "merge.bait.driver",
        "gpg.program",
        "gpg.openpgp.program",
        "interactive.diffFilter",
        "trailer.kaizen.command",
        "trailer.kaizen.cmd",
        "uploadpack.packObjectsHook",
        "sequence.editor",
    ];

    private readonly string folder;
    private readonly string taken;

    public Bait(GitSandbox sandbox)
    {
        folder = sandbox.NewFolder($"bait-{Guid.NewGuid():N}");
        taken = Path.Combine(folder, "taken");
        Script = Path.Combine(folder, "bait");
        foreach (
            var name in (string[])["bait", "git-remote-bait", "ssh", "gpg", "less", "pager", "hooks/post-index-change"]
        )
        {
            var script = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(script)!);
            File.WriteAllText(script, $"#!/bin/sh\necho \"$0\" \"$@\" >> {taken}\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var path = $"{folder}{Path.PathSeparator}{sandbox.UserEnvironment["PATH"]}";
        Environment = sandbox.UserEnvironment.SetItem("PATH", path);
        foreach (
            var name in (string[])
                [
                    "GIT_PAGER",
                    "PAGER",
                    "GIT_EDITOR",
                    "GIT_SEQUENCE_EDITOR",
                    "GIT_EXTERNAL_DIFF",
                    "GIT_SSH",
                    "GIT_SSH_COMMAND",
                    "GIT_ASKPASS",
                    "SSH_ASKPASS",
                    "GIT_PROXY_COMMAND",
                ]
        )
        {
            Environment = Environment.SetItem(name, Script);
        }
    }

    public string Script { get; }

    public ImmutableDictionary<string, string> Environment { get; }

    public bool WasTaken => File.Exists(taken);

    /// <summary>Applies all settings to a repository.</summary>
    public void Configure(string repository)
    {
        (string Key, string Value)[] settings =
        [
            .. Keys.Select(key => (key, Script)),
            ("core.hooksPath", Path.Combine(folder, "hooks")),
            ("log.showSignature", "true"),
            ("alias.log", $"!{Script}"),
            ("alias.rev-parse", $"!{Script}"),
        ];
        File.AppendAllLines(Path.Combine(repository, ".git", "config"), settings.Select(Line));
        File.Delete(taken);

        // The section, a name in it, and the key: diff.bait.command.
        static string Line((string Key, string Value) setting) =>
            setting.Key.Split('.') is [var section, .. var name, var key]
                ? $"[{section}{(name is [var one] ? $" \"{one}\"" : "")}] {key} = {setting.Value}"
                : throw new ArgumentException(setting.Key);
    }
}
