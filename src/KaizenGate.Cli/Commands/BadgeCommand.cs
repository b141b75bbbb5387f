using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>badge</c>: the verdict as a badge.</summary>
internal static class BadgeCommand
{
    private const int LongestLabel = 60;

    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var format = new FormatOption("svg", FormatOption.Json);
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "PATH",
            Description = "Write to this file instead of standard output. Folders are created.",
        };
        var label = new Option<string>("--label")
        {
            HelpName = "TEXT",
            Description = "The text on the left.",
            DefaultValueFactory = _ => "kaizen",
        };
        var asOf = CommonArguments.AsOf();
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "badge",
            "Writes a badge with the verdict and the execution rate. The exit code does not depend on the verdict.",
            new Example("badge --output docs/kaizen.svg", "an image for the README"),
            new Example("badge --format json --output public/kaizen.json", "for https://img.shields.io/endpoint?url=…")
        )
        {
            paths,
            output,
            label,
            asOf,
        };
        format.AddTo(command);
        history.AddUseTo(command);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var isJson = format.IsJson(parsed);
            var workspace = new Workspace(host.WorkingFolder);
            var target = OutputFile.Of(parsed.GetValue(output), workspace);
            var today = AsOf.Of(parsed.GetValue(asOf), host);
            var inputs = new List<string>();
            var verdict = Evaluate(
                host,
                workspace,
                parsed.GetValue(paths) ?? [],
                today,
                settings.Load(parsed, host, history.UseOf(parsed)),
                inputs
            );
            foreach (var error in verdict.Errors)
            {
                host.WriteError(error);
            }

            var badge = Badge.Of(verdict, Label(parsed.GetValue(label)!));
            target.Write(
                host,
                inputs,
                stream =>
                {
                    if (isJson)
                    {
                        badge.WriteJson(stream);
                    }
                    else
                    {
                        badge.WriteSvg(stream);
                    }
                }
            );
            return verdict.Outcome is Outcome.Error ? ExitCode.InputError : ExitCode.Passed;
        });
        return command;
    }

    private static Verdict Evaluate(
        Host host,
        Workspace workspace,
        IReadOnlyList<string> paths,
        DateOnly today,
        LoadedSettings loaded,
        List<string> inputs
    )
    {
        inputs.AddRange(loaded.Files);
        var reading = new RunEvidence(host, workspace, paths, today);
        var evidence = reading.Read(loaded, inputs, out var errors);
        return errors.IsEmpty
            ? Gate.Check(evidence, loaded.Settings, today, host.Version, reading.ReadBaseline(loaded, inputs))
            : Gate.InputErrors(errors, today, host.Version);
    }

    private static string Label(string text) =>
        text.Length is > 0 and <= LongestLabel && !text.Any(char.IsControl)
            ? text
            : throw new InputException(
                $"--label must have 1 to {LongestLabel} characters on one line, not {Quote.Of(text)}",
                "For example --label kaizen."
            );
}
