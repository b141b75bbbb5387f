using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;

namespace KaizenGate.Cli.Commands;

/// <summary><c>baseline</c>: accepts the current findings for a limited time.</summary>
internal static class BaselineCommand
{
    /// <summary>Ten years; to accept findings for longer, turn the rule off.</summary>
    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var days = new Option<string?>("--days")
        {
            HelpName = "N",
            Description = $"Days until new entries expire. Default: {BaselineEntry.DefaultDays}.",
        };
        var reason = new Option<string?>("--reason")
        {
            HelpName = "TEXT",
            Description = "Why the findings are accepted.",
        };
        var renew = new Option<bool>("--renew")
        {
            Description = "Also restart the period of existing entries that still apply.",
        };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; exit with status 1 if the baseline is out of date.",
        };
        var dryRun = CommonArguments.DryRun();
        var format = FormatOption.TextOrJson();
        var asOf = CommonArguments.AsOf();
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "baseline",
            "Accepts the current findings for a limited time. Findings in the baseline do not fail the gate. Entries that no longer apply are removed.",
            new Example("baseline --reason \"before we began\"", "accept the backlog as it is"),
            new Example("baseline", "remove fixed findings and add new ones"),
            new Example("baseline --dry-run", "preview the change"),
            new Example("baseline --renew --days 30", "30 more days for all remaining findings"),
            new Example("baseline --check", "in a build: fail if it is out of date")
        )
        {
            paths,
            days,
            reason,
            renew,
            check,
            dryRun,
            asOf,
        };
        format.AddTo(command);
        history.AddUseTo(command);
        settings.AddTo(command);
        command.SetAction(parsed =>
            new BaselineRun(
                host,
                parsed.GetValue(paths) ?? [],
                settings.Load(parsed, host, history.UseOf(parsed)),
                new BaselineRefresh
                {
                    AsOf = AsOf.Of(parsed.GetValue(asOf), host),
                    Days =
                        WholeNumber.Parse(parsed.GetValue(days), "--days", 1, BaselineEntry.MostDays, example: 30)
                        ?? BaselineEntry.DefaultDays,
                    Reason = Reason(parsed.GetValue(reason)),
                    Renews = parsed.GetValue(renew),
                }
            )
            {
                IsCheck = parsed.GetValue(check),
                IsDryRun = parsed.GetValue(dryRun),
                IsJson = format.IsJson(parsed),
            }.Run()
        );
        return command;
    }

    private static string? Reason(string? text) =>
        text is not null && string.IsNullOrWhiteSpace(text)
            ? throw new InputException(
                "--reason is empty",
                "Explain why the findings are accepted, or omit the option."
            )
            : text?.Trim();
}
