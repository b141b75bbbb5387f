using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Reporting;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>badge</c>: the verdict for a page.</summary>
internal static class BadgeCommand
{
    private const int LongestLabel = 60;

    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Backlogs, or folders to look for one in. Default: those that `check` judges.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string>("--format")
        {
            HelpName = "FORMAT",
            Description = "svg, or json for the endpoint badge of shields.io.",
            DefaultValueFactory = _ => "svg",
        };
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "PATH",
            Description = "Write to a file in place of standard output; folders are made.",
        };
        var label = new Option<string>("--label")
        {
            HelpName = "TEXT",
            Description = "What stands on the left.",
            DefaultValueFactory = _ => "kaizen",
        };
        var asOf = new Option<string?>("--as-of")
        {
            HelpName = "DATE",
            Description = "Judge as of this day, year-month-day. Default: today in UTC.",
        };
        format.CompletionSources.Add("svg", "json");
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "badge",
            "Writes a badge with the verdict and the execution rate. The exit status is 0 whatever the verdict.",
            new Example("badge --output docs/kaizen.svg", "a picture for the README"),
            new Example("badge --format json --output public/kaizen.json", "for https://img.shields.io/endpoint?url=…")
        )
        {
            paths,
            format,
            output,
            label,
            asOf,
        };
        history.AddUseTo(command);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var write = Writer(parsed.GetValue(format)!);
            var workspace = new Workspace(host.WorkingFolder);
            var target = OutputFile.Of(parsed.GetValue(output), workspace);
            var today = AsOf.Of(parsed.GetValue(asOf), host);
            var inputs = new List<string>();
            var verdict = Judge(
                host,
                workspace,
                parsed.GetValue(paths) ?? [],
                today,
                settings.Load(parsed, host, history.UseOf(parsed)),
                inputs
            );
            foreach (var error in verdict.Errors)
            {
                host.Tell(error);
            }

            var badge = Badge.Of(verdict, Label(parsed.GetValue(label)!));
            target.Write(host, inputs, stream => write(badge, stream));
            return verdict.Outcome is Outcome.Error ? ExitStatus.CouldNotJudge : ExitStatus.Open;
        });
        return command;
    }

    private static Verdict Judge(
        Host host,
        Workspace workspace,
        IReadOnlyList<string> paths,
        DateOnly today,
        LoadedSettings loaded,
        List<string> inputs
    )
    {
        inputs.AddRange(loaded.Files);
        var evidence = new RunEvidence(host, workspace, paths, today).Read(loaded, inputs, out var errors);
        return errors.IsEmpty
            ? Gate.Judge(evidence, loaded.Settings, today, host.Version, AcceptedFindings.Of(loaded, workspace, inputs))
            : Gate.CouldNotJudge(errors, today, host.Version);
    }

    private static Action<Badge, Stream> Writer(string format) =>
        format.ToLowerInvariant() switch
        {
            "svg" => BadgeSvg.Write,
            "json" => (badge, stream) => badge.WriteJson(stream),
            _ => throw new InputException(
                new InputError($"--format is {Quote.Of(format)}, which is no badge", "Give svg or json.")
            ),
        };

    private static string Label(string text) =>
        text.Length is > 0 and <= LongestLabel && !text.Any(char.IsControl)
            ? text
            : throw new InputException(
                new InputError(
                    $"--label is {Quote.Of(text)}; it must have 1 to {LongestLabel} characters on one line",
                    "Write a shorter one."
                )
            );
}
