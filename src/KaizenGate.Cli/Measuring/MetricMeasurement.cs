using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Cli.Harvesting;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Measuring;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Trackers.GitHub;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Measuring;

/// <summary>Measures the metrics whose settings say with what.</summary>
/// <param name="host">The environment.</param>
/// <param name="loaded">The settings; the folder of their main file is that of the patterns and commands.</param>
/// <param name="allowsCommands">Whether the person who runs this allows commands from the settings.</param>
internal sealed class MetricMeasurement(Host host, LoadedSettings loaded, bool allowsCommands)
{
    /// <summary>Variables that pipelines set only for a change that is proposed, which may have changed the settings.</summary>
    private static readonly string[] OfChanges =
    [
        "CI_MERGE_REQUEST_IID",
        "SYSTEM_PULLREQUEST_PULLREQUESTID",
        "BITBUCKET_PR_ID",
        "CHANGE_ID",
        "TRAVIS_PULL_REQUEST_BRANCH",
        "CIRCLE_PULL_REQUEST",
    ];

    private ImmutableArray<GitHubRun> runs;

    /// <summary>Returns the value of a metric today.</summary>
    /// <exception cref="InputException">It cannot be measured.</exception>
    public double Of(MetricMeasure measure) =>
        measure.Probe switch
        {
            MetricProbe.Tests or MetricProbe.Sarif => ReportMeasurement.Of(measure, Files(measure.Target)),
            MetricProbe.GitHubRuns => RunMeasurement.Of(measure, Runs()),
            _ => OfCommand(measure.Target),
        };

    private ImmutableArray<string> Files(string pattern)
    {
        var plain = pattern.Replace('\\', '/');
        var contained = new Workspace(host.WorkingFolder).Contained;
        // A pattern of the settings may not lead out of the repository, and no other folder is searched.
        return FileGlob.HasWildcard(plain)
            ?
            [
                .. FileGlob
                    .Find(Inside(FileGlob.StartOf(loaded.BaseFolder, plain)), plain[FileGlob.FixedLength(plain)..], [])
                    .Select(Inside),
            ]
            : [.. new[] { Inside(Path.GetFullPath(plain, loaded.BaseFolder)) }.Where(File.Exists)];

        string Inside(string path) => contained.Supplied(path, loaded.BaseFolder, "measure");
    }

    /// <summary>The runs of the last days, asked for once.</summary>
    private ImmutableArray<GitHubRun> Runs()
    {
        if (runs.IsDefault)
        {
            var since = AsOf.Of(null, host).AddDays(-RunMeasurement.Days);
            runs = GitHubRunMiner.With(host, loaded.Settings, known => known.Since(since));
        }

        return runs;
    }

    private double OfCommand(string command)
    {
        if (!allowsCommands)
        {
            throw new InputException(
                $"the command {Quote.Of(command)} is not run",
                "Commands of kaizen.json run only with --allow-commands, which you give if you trust the settings."
            );
        }

        var change = host
            .Environment.GetValueOrDefault("GITHUB_EVENT_NAME")
            ?.StartsWith("pull_request", StringComparison.Ordinal)
            is true
            ? "GITHUB_EVENT_NAME"
            : Array.Find(OfChanges, host.Has);
        if (change is not null)
        {
            throw new InputException(
                $"the command {Quote.Of(command)} is not run for a proposed change, which {change} shows: it may come from that change",
                "Record it after the merge."
            );
        }

        var program =
            OtherProgram.Find(command, host)
            ?? throw new InputException(
                $"the program of {Quote.Of(command)} is not found",
                "Name one in PATH, or give its absolute path. There is no shell; put pipes into a script."
            );
        var last = program
            .Output(loaded.BaseFolder)
            .Split('\n', StringSplitOptions.TrimEntries)
            .LastOrDefault(line => line.Length > 0);
        return last is not null && MetricFiles.Number(last) is { } value
            ? value
            : throw new InputException(
                $"the last line of {Quote.Of(command)} is {Quote.Of(last ?? "")}, which is not a number",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Let it print a number such as {4.5} last, without a unit."
                )
            );
    }
}
