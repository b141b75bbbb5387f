using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Cli.Pulling;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Commands;

/// <summary><c>pull</c>: the issues of trackers.</summary>
internal static class PullCommand
{
    private static readonly JsonContract<PulledTracker> Tracker = new()
    {
        { "tracker", one => one.Tracker.Name },
        { "project", one => one.Tracker.Project },
        { "path", one => one.File.RootPath },
        { "pulledAt", one => one.Snapshot is { } now ? $"{now.PulledAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : null },
        { "issues", one => one.Snapshot?.Issues.Length ?? 0 },
        { "withoutEvents", one => one.Snapshot?.WithoutEvents ?? 0 },
        { "added", one => one.Added },
        { "changed", one => one.Changed },
        { "removed", one => one.Removed },
        { "requests", one => one.Requests },
        { "failure", one => one.Failure?.Reason },
        { "remedy", one => one.Failure?.Remedy },
    };

    /// <summary>The document.</summary>
    public static JsonContract<ImmutableArray<PulledTracker>> Contract { get; } =
        new() { { "schemaVersion", _ => 1 }, { "trackers", all => all, Tracker } };

    public static Command Create(Host host)
    {
        var whole = new Option<bool>("--whole")
        {
            Description = "Read all issues again, which also finds those that were deleted or moved away.",
        };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Print what would be pulled, and write no snapshot.",
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print only what failed." };
        var pull = new PullOptionSet();
        var format = FormatOption.TextOrJson();
        var settings = new SettingsOptions();
        var command = new ExplainedCommand(
            "pull",
            "Pulls the issues of the trackers in `backlogs` of the settings into snapshots, which all other commands read. What cannot be pulled keeps its snapshot; that is exit code 2 only with --require-pull.",
            new Example("pull", "what changed since the last pull"),
            new Example("pull --whole", "everything"),
            new Example("pull --require-pull && dotnet kaizen check", "in a build")
        )
        {
            whole,
            dryRun,
            quiet,
            pull.Require,
        };
        format.AddTo(command);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var isJson = format.IsJson(parsed);
            var loaded = settings.Load(parsed, host);
            if (loaded.Settings.Trackers.IsEmpty)
            {
                throw new InputException(
                    "no tracker in the settings",
                    "Add one to `backlogs` in kaizen.json: { \"github\": \"owner/name\" }."
                );
            }

            var isQuiet = parsed.GetValue(quiet);
            var isDryRun = parsed.GetValue(dryRun);
            var pulled = new PullRun(host, loaded)
            {
                IsWhole = parsed.GetValue(whole),
                IsDryRun = isDryRun,
                IsQuiet = isQuiet || isJson,
            }.Run();
            foreach (var one in pulled)
            {
                PullRun.Warn(host, one);
                if (!isJson && !isQuiet && one.Failure is null)
                {
                    host.Text.WriteLine(LogText.Of(Sentence(one, isDryRun)));
                }
            }

            if (isJson)
            {
                Contract.Write(host.Output, pulled);
            }

            return parsed.GetValue(pull.Require) && pulled.Any(one => one.Failure is not null)
                ? ExitCode.InputError
                : ExitCode.Passed;
        });
        return command;
    }

    private static string Sentence(PulledTracker pulled, bool isDryRun)
    {
        string[] parts =
        [
            .. new (int Count, string What)[]
            {
                (pulled.Added, "new"),
                (pulled.Changed, "changed"),
                (pulled.Removed, "removed"),
            }
                .Where(part => part.Count > 0)
                .Select(part => $"{part.Count} {part.What}"),
        ];
        var changes = parts.Length > 0 ? string.Join(", ", parts) : "nothing new";
        if (pulled.Snapshot!.WithoutEvents is > 0 and var waiting)
        {
            changes += $", {waiting} without events until a later pull";
        }

        return $"{pulled.Tracker.Project}: {Wording.Count(pulled.Snapshot!.Issues.Length, "issue")}, {changes} "
            + $"({Wording.Count(pulled.Requests, "request")}){(isDryRun ? "; nothing is written" : $" in {pulled.File.Path}")}";
    }
}
