using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Files;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Workspaces;
using Verdict = KaizenGate.Core.Checking.Verdict;

namespace KaizenGate.Core.Tests.Checking;

/// <summary>Checks a change in a real repository, as <c>check</c> does.</summary>
/// <param name="git">The repository.</param>
internal sealed class ChangedGate(GitSandbox git)
{
    private static readonly ImmutableArray<KnownRule> Rules = [.. RuleCatalog.All.Select(rule => rule.Known)];

    public DateOnly AsOf { get; init; } = new(2026, 2, 1);

    /// <summary>The options of the command line.</summary>
    public SettingsOverrides Overrides { get; init; } = new();

    /// <summary>The backlogs, relative to the repository.</summary>
    public ImmutableArray<string> Backlogs { get; init; } = ["IMPROVEMENTS.md"];

    /// <param name="since">The revision of <c>--since</c>; null for <c>--staged</c>.</param>
    /// <param name="usesSettingsBefore">Whether to check with the settings before the change.</param>
    public Verdict Check(string? since, bool usesSettingsBefore = false)
    {
        var workspace = new Workspace(git.Folder);
        var current = Load(SettingsSource.Disk);
        var query = new HistoryQuery
        {
            WorkingFolder = git.Folder,
            Environment = git.UserEnvironment,
            Reading = ReadingOptions.Default,
            AsOf = AsOf,
            Version = "0.0.0",
            Since = since,
            Staged = since is null,
            UseCache = false,
        };
        var reader = new GateChangeReader(query, workspace, current, Load);
        var loaded = usesSettingsBefore ? Load(reader.Before) : current;
        var text = usesSettingsBefore ? reader.BaselineBefore(loaded) : null;
        var baseline =
            text is not null ? Baseline.Read(text.File, text.Bytes, Rules)
            : usesSettingsBefore ? null
            : Baseline.Load(workspace.Name(Path.Combine(loaded.BaseFolder, loaded.Settings.Baseline)), Rules);
        var evidence = EvidenceReader.Read(
            [.. Backlogs.Select(path => workspace.Name(git.PathOf(path)))],
            new BacklogFinder(workspace, loaded.Settings.Archive).ArchiveOf,
            query,
            out var errors,
            file => loaded.Of(RealPath.Of(file.FullPath))
        );
        if (!errors.IsEmpty)
        {
            return Gate.InputErrors(errors, AsOf, "0.0.0");
        }

        return Gate.Check(
            evidence,
            loaded.Settings,
            AsOf,
            "0.0.0",
            baseline,
            change: reader.Read(evidence, [], usesBaseline: true)
        );
    }

    /// <summary>The findings of KZ909 as <c>path:line:column severity message</c>, without its advice.</summary>
    public string[] Weakened(string? since) =>
        [
            .. Check(since)
                .Findings.Where(finding => finding.Rule.Id == "KZ909")
                .Select(finding =>
                    $"{finding.File.Path}:{finding.Span.Line}:{finding.Span.Column} {finding.Severity.ToString().ToLowerInvariant()} "
                    + finding.Message.Replace("; revert that, or have it reviewed", "", StringComparison.Ordinal)
                ),
        ];

    private LoadedSettings Load(SettingsSource source) =>
        SettingsLoader.Load(git.Folder, Rules, git.UserEnvironment, Overrides, source);
}
