using System.Collections.Immutable;
using System.Text;
using KaizenGate.Cli.Items;
using KaizenGate.Cli.Pulling;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Adopting;

/// <summary>Adopts backlogs: shows what is read and what will be written, asks on a terminal, and writes.</summary>
internal sealed class AdoptRun(Host host, IReadOnlyList<string> paths, DateOnly asOf)
{
    /// <summary>A quarter.</summary>
    public const int UsualWeeks = 12;

    private readonly Questions questions = new(host);
    private AdoptionBuilder builder = new(host);
    private readonly Journal journal = host.Journal("adopt");

    public int Weeks { get; init; } = UsualWeeks;

    public bool IsYes { get; init; }

    public bool AddsIds { get; init; }

    public bool IsJson { get; init; }

    public bool IsDryRun { get; init; }

    private bool Asks => !IsYes && !IsJson && !IsDryRun && questions.CanAsk;

    private BaselineRefresh Refresh =>
        new()
        {
            AsOf = asOf,
            Weeks = Weeks,
            Reason = "found when the gate was adopted",
        };

    /// <exception cref="InputException">A path or a file is invalid, there is no backlog, or a file cannot be written.</exception>
    public int Run()
    {
        var found = builder.Find(paths);
        if (found.IsEmpty && paths.Count == 0 && Offered() is { } adopted)
        {
            (builder, found) = adopted;
        }

        var chosen = Choose(found);
        var others = found.Select(one => one.Backlog).Except(chosen).ToImmutableArray();
        var adoption = builder.Build(chosen, others, Accepts, Refresh);
        using var writer = IsJson ? TextWriter.Null : ReportStream.Text(host.Output, Color.IsEnabled(host));
        var page = new TextPage(writer, Color.IsEnabled(host));
        AdoptionAnswer.WriteText(adoption, page);
        writer.Flush();
        var writes = !IsDryRun && (IsYes || (Asks && IsConfirmed()));
        if (writes)
        {
            adoption = Write(adoption, others);
        }

        if (IsJson)
        {
            AdoptionAnswer.WriteJson(adoption, writes, IsDryRun ? Diff(adoption) : null, host.Output);
        }
        else if (writes)
        {
            AdoptionAnswer.WriteEnd(adoption, page);
        }
        else
        {
            FileAnswer.PrintDiff(host, IsDryRun ? Diff(adoption) : "");
            host.Flush();
            page.Line($"Nothing was written. `{CommandLine.Name} adopt --yes` writes the settings and the baseline.");
        }

        return ExitCode.Passed;
    }

    /// <summary>
    /// Offers the issues of the repository's server as the backlog, where there is no list. Pulls them, and writes the settings that name
    /// them.
    /// </summary>
    /// <returns>What is found with these settings; null when they are not adopted.</returns>
    /// <exception cref="InputException">There is only a tracker, and it is not adopted or cannot be pulled.</exception>
    private (AdoptionBuilder, ImmutableArray<(Backlog, bool)>)? Offered()
    {
        if (RemoteTracker.Of(host) is not { } tracker || !builder.MayName)
        {
            return null;
        }

        var isWanted =
            !IsDryRun
            && (IsYes || (Asks && questions.IsYes($"No list was found. Use the issues of {tracker.Project}? [Y/n]")));
        if (!isWanted)
        {
            throw new InputException(
                "no file looks like a backlog",
                $"Pass the path of your list, create one with `{CommandLine.Name} init`, or adopt the issues of {tracker.Project} with `{CommandLine.Name} adopt --yes`."
            );
        }

        var settings = builder.WithTracker(tracker);
        var pulled = new PullRun(host, settings.Load(host)) { IsQuiet = IsJson }.Run();
        if (pulled.FirstOrDefault(one => one.Failure is not null) is { Failure: var (reason, remedy) })
        {
            throw new InputException($"the issues of {tracker.Project} cannot be pulled: {reason}", remedy);
        }

        ReportFile.Try(
            "settings file",
            settings.Shown,
            () => journal.Write(settings.Path, Encoding.UTF8.GetBytes(settings.Text))
        );
        var next = new AdoptionBuilder(host);
        return (next, next.Find(paths));
    }

    /// <summary>What is written, apart from ids.</summary>
    private static string Diff(Adoption adoption) =>
        UnifiedDiff.Of(adoption.Settings.Shown, adoption.Settings.Before ?? "", adoption.Settings.Text)
        + BaselineRun.Diff(adoption.Baseline);

    /// <summary>The backlogs to adopt: those with a usual name, else all; on a terminal the user decides.</summary>
    private ImmutableArray<Backlog> Choose(ImmutableArray<(Backlog Backlog, bool IsUsual)> found)
    {
        if (found.IsEmpty)
        {
            throw new InputException(
                "no file looks like a backlog",
                $"Pass the path of your list, or create one with `{CommandLine.Name} init`."
            );
        }

        var all = found.Select(one => one.Backlog).ToImmutableArray();
        var usual = found.Where(one => one.IsUsual).Select(one => one.Backlog).ToImmutableArray();
        var proposed = usual.IsEmpty ? all : usual;
        if (paths.Count > 0 || all.Length == 1 || !Asks)
        {
            return proposed;
        }

        for (var at = 0; at < all.Length; at++)
        {
            host.ErrorText.WriteLine(
                $"{at + 1}  {LogText.Path(all[at].File.Path)}  {Wording.Count(all[at].Account.Total, "entry", "entries")}"
            );
        }

        ImmutableArray<Backlog> chosen = proposed;
        questions.Ask(
            $"Which of them are backlogs? Numbers, or Enter for {string.Join(' ', proposed.Select(one => all.IndexOf(one) + 1))}:",
            answer => chosen = Numbered(all, answer)
        );
        return chosen;
    }

    private static ImmutableArray<Backlog> Numbered(ImmutableArray<Backlog> all, string answer) =>
        [
            .. answer
                .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(word =>
                    int.TryParse(word, out var number) && number >= 1 && number <= all.Length
                        ? all[number - 1]
                        : throw new InputException(
                            $"{Quote.Of(word)} is not a number from 1 to {all.Length}",
                            "For example 1 2."
                        )
                )
                .Distinct(),
        ];

    private bool Accepts(AddedSetting setting)
    {
        var place = setting.Parent.Length > 0 ? $"{setting.Parent}: " : "";
        return !Asks
            || questions.IsYes(
                LogText.Message($"{setting.Reason}. Read it with {place}\"{setting.Key}\": {setting.Value}? [Y/n]")
            );
    }

    private bool IsConfirmed() => questions.IsYes("Write the settings and the baseline? [Y/n]");

    private Adoption Write(Adoption adoption, ImmutableArray<Backlog> others)
    {
        var settings = adoption.Settings;
        if (settings.IsChange)
        {
            ReportFile.Try(
                "settings file",
                settings.Shown,
                () => journal.Write(settings.Path, Encoding.UTF8.GetBytes(settings.Text))
            );
        }

        if (AddsIds && adoption.WithoutId > 0)
        {
            // Ids identify the accepted findings, so they come before the baseline.
            AddIds(settings.Load(host));
            adoption = new AdoptionBuilder(host).Build(adoption.Backlogs, others, _ => false, Refresh) with
            {
                Settings = settings,
            };
        }

        if (adoption.Baseline.HasChanged)
        {
            BaselineFile.Write(adoption.Baseline.Baseline, journal);
        }

        return adoption;
    }

    private void AddIds(LoadedSettings loaded) =>
        new FixRun(host, [], loaded, asOf)
        {
            Rules = ["KZ905"],
            Writes = true,
            IsCheck = false,
            ShowsDiff = false,
            IsJson = false,
            Journal = journal,
        }.Run();
}
