using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Adopting;

/// <summary>An adoption as text and as JSON.</summary>
internal static class AdoptionAnswer
{
    private const int MaxReasons = 5;

    private static readonly JsonContract<Backlog> Adopted = new()
    {
        { "path", one => one.File.Path },
        { "open", one => one.Improvements.Count(item => item.IsOpen) },
        { "completed", one => one.Improvements.Count(item => item.Status is Status.Done) },
        { "account", one => one.Account, AccountJson.Contract },
    };

    private static readonly JsonContract<Backlog> Other = new()
    {
        { "path", one => one.File.Path },
        { "entries", one => one.Account.Total },
    };

    private static readonly JsonContract<AddedSetting> Member = new()
    {
        { "parent", one => one.Parent },
        { "key", one => one.Key },
        { "value", one => one.Value },
        { "reason", one => one.Reason },
    };

    private static readonly JsonContract<SettingsDraft> Draft = new()
    {
        { "path", one => one.Shown },
        { "changes", one => one.IsChange },
        { "backlogs", one => one.Named.Select(named => named.Path) },
        { "reading", one => one.Mapping, Member },
    };

    private static readonly JsonContract<RefreshedBaseline> Accepted = new()
    {
        { "path", one => one.Baseline.File.Path },
        { "entries", one => one.Baseline.Entries.Length },
        { "added", one => one.Added },
        { "firstExpiry", one => Expiries(one).Min() },
        { "lastExpiry", one => Expiries(one).Max() },
    };

    private static readonly JsonContract<Verdict> Result = new()
    {
        { "outcome", one => JsonText.Word(one.Outcome) },
        { "errors", one => one.Count(Severity.Error) },
        { "warnings", one => one.Count(Severity.Warning) },
    };

    /// <summary>The document.</summary>
    public static JsonContract<(Adoption Adoption, bool IsWritten, string? Diff)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "written", one => one.IsWritten },
            { "backlogs", one => one.Adoption.Backlogs, Adopted },
            { "notAdopted", one => one.Adoption.NotAdopted, Other },
            { "settings", one => one.Adoption.Settings, Draft },
            { "baseline", one => one.Adoption.Baseline, Accepted },
            { "withoutId", one => one.Adoption.WithoutId },
            { "verdict", one => one.Adoption.Verdict, Result },
            { "next", one => one.Adoption.Next },
            { "diff", one => one.Diff },
        };

    public static void WriteJson(Adoption adoption, bool isWritten, string? diff, Stream stream) =>
        Contract.Write(stream, (adoption, isWritten, diff));

    /// <summary>Writes what was read and what is written.</summary>
    public static void WriteText(Adoption adoption, TextPage page)
    {
        foreach (var backlog in adoption.Backlogs)
        {
            WriteBacklog(backlog, page);
        }

        page.EndBlock();
        if (!adoption.NotAdopted.IsEmpty)
        {
            var names = adoption.NotAdopted.Select(one =>
                $"{LogText.Path(one.File.Path)} ({Wording.Count(one.Account.Total, "entry", "entries")})"
            );
            page.Labelled("not adopted", $"{string.Join(", ", names)}; name the files to adopt to include them");
        }

        WriteSettings(adoption.Settings, page);
        WriteBaseline(adoption.Baseline, page);
        if (adoption.WithoutId > 0)
        {
            page.Labelled(
                "ids",
                $"{Wording.Count(adoption.WithoutId, "improvement has", "improvements have")} no id; --ids adds them to the backlog"
            );
        }

        page.EndBlock();
    }

    /// <summary>Writes the verdict and the next commands.</summary>
    public static void WriteEnd(Adoption adoption, TextPage page)
    {
        var outcome = page.Of(adoption.Verdict.Outcome, VerdictText.Outcome(adoption.Verdict));
        page.Line($"{outcome}: {LogText.Of(VerdictText.Grounds(adoption.Verdict))}");
        var label = "next";
        foreach (var command in adoption.Next)
        {
            page.Labelled(label, command);
            label = "";
        }
    }

    private static void WriteBacklog(Backlog backlog, TextPage page)
    {
        var account = backlog.Account;
        page.Line(
            $"{page.Bold(LogText.Path(backlog.File.Path))}  {AccountText.Summary(account.Read, account.UnreadCount)}"
        );
        page.Line(
            $"  {Wording.Count(backlog.Improvements.Count(item => item.IsOpen), "open improvement")}, "
                + $"{backlog.Improvements.Count(item => item.Status is Status.Done)} completed"
        );
        foreach (var unread in account.Unread.Take(MaxReasons))
        {
            page.Line($"  unread: {LogText.Message(unread.Reason)}: {ReadingText.Places(unread.Lines)}");
        }

        if (account.Unread.Length > MaxReasons)
        {
            page.Line($"  and {Wording.Count(account.Unread.Length - MaxReasons, "more reason")} (dotnet kaizen read)");
        }
    }

    private static void WriteSettings(SettingsDraft settings, TextPage page)
    {
        var path = LogText.Path(settings.Shown);
        var added = settings.Named.Length + settings.Mapping.Length;
        page.Labelled(
            "settings",
            settings.Before is null ? $"{path} is new"
                : added > 0 ? $"{path}: {Wording.Count(added, "line")} added"
                : $"{path} is kept"
        );
        foreach (var (named, reason) in settings.Named)
        {
            page.Labelled("", $"backlog {LogText.Path(named)}: {reason}");
        }

        foreach (var one in settings.Mapping)
        {
            var place = one.Parent.Length > 0 ? $"{one.Parent}: " : "";
            page.Labelled("", LogText.Message($"reading {place}\"{one.Key}\": {one.Value}, because {one.Reason}"));
        }

        if (!settings.MayMap)
        {
            page.Labelled(
                "",
                "it sets `reading` already; `dotnet kaizen read --explain` prints what to add for unread entries"
            );
        }

        if (!settings.MayName)
        {
            page.Labelled("", "it sets `backlogs` already");
        }
    }

    private static void WriteBaseline(RefreshedBaseline baseline, TextPage page)
    {
        var path = LogText.Path(baseline.Baseline.File.Path);
        if (baseline.Added == 0)
        {
            page.Labelled("baseline", $"{path}: no finding to accept");
            return;
        }

        var days = Expiries(baseline).ToList();
        var last =
            baseline.Added == 1 ? "" : $", the last until {days.Max():yyyy-MM-dd}: unscored and high scores first";
        page.Labelled(
            "baseline",
            $"{path}: {Wording.Count(baseline.Added, "finding")} accepted until {days.Min():yyyy-MM-dd}{last}"
        );
    }

    private static IEnumerable<DateOnly?> Expiries(RefreshedBaseline baseline) =>
        baseline.Baseline.Entries.Select(entry => (DateOnly?)entry.LastDay).DefaultIfEmpty();
}
