using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Tests.Reporting;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>The sessions in the report.</summary>
public sealed class SessionFiguresTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly AgentRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Each_session_counts_once_with_what_it_did_at_most()
    {
        var figures = Of([
            Call("a", HookOutcome.Told),
            Call("a", HookOutcome.Asked),
            Call("a", HookOutcome.Silent, new(1, 0, 0)),
            Call("a", HookOutcome.Silent, new(2, 1, 0)),
            Call("b", HookOutcome.Asked),
            Call("b", HookOutcome.Answered) with
            {
                None = "only a typing error",
            },
            Call("c", HookOutcome.Asked),
            Call("d", HookOutcome.Silent, new(0, 0, 1)),
            Call(null, HookOutcome.Failed),
        ])!;

        Assert.Equal((4, 3, 2, 1), (figures.Sessions, figures.Asked, figures.Answered, figures.Failed));
        Assert.Equal(new BacklogDelta(2, 1, 1), figures.Delta);
        Assert.Equal(["only a typing error"], figures.Reasons);
    }

    [Fact]
    public void Calls_of_other_days_do_not_count()
    {
        Assert.Null(Of([Call("a", HookOutcome.Asked) with { At = Day.AddDays(-1) }]));
        Assert.Null(Of([Call("a", HookOutcome.Asked) with { At = Day.AddDays(1) }]));
        Assert.Null(Of([]));
    }

    [Fact]
    public void The_report_has_them_in_each_format()
    {
        repository.Start();
        repository.Change();
        repository.Stop();
        repository.Run.Run("agent", "session", "--none", "only <b>a</b> typing | error").MustBe(0);
        repository.Start("another");
        repository.Change();
        repository.Stop("another");
        repository.Run.Run("seen", "IMP-001").MustBe(0);
        repository.Stop("another");

        using var document = JsonDocument.Parse(repository.Run.Run("report", "--json").MustBe(0).Output);
        var sessions = document.RootElement.GetProperty("sessions");
        Assert.Equal(2, sessions.GetProperty("sessions").GetInt32());
        Assert.Equal(2, sessions.GetProperty("asked").GetInt32());
        Assert.Equal(2, sessions.GetProperty("answered").GetInt32());
        Assert.Equal(1, sessions.GetProperty("seen").GetInt32());
        Assert.Equal("only <b>a</b> typing | error", sessions.GetProperty("reasons")[0].GetString());
        Assert.Contains(
            "recorded                0 captured, 1 seen again, 0 completed",
            repository.Run.Run("report").MustBe(0).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| answered | 2 of 2 |",
            repository.Run.Run("report", "--markdown").MustBe(0).Output,
            StringComparison.Ordinal
        );
        var page = repository.Run.Run("report", "--format", "html").MustBe(0).Output;
        Assert.Contains("<h2 id=\"sessions", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>a", page, StringComparison.Ordinal);
        PageIds.MustBeUnique(page);
    }

    [Fact]
    public void A_report_without_sessions_has_no_such_part()
    {
        Assert.DoesNotContain(
            "Sessions of agents",
            repository.Run.Run("report").MustBe(0).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"sessions\": null",
            repository.Run.Run("report", "--json").MustBe(0).Output,
            StringComparison.Ordinal
        );
    }

    private static SessionFigures? Of(ImmutableArray<SessionLogEntry> log) =>
        SessionFigures.Of(log, DateOnly.FromDateTime(Day.UtcDateTime), DateOnly.FromDateTime(Day.UtcDateTime));

    private static SessionLogEntry Call(string? session, HookOutcome outcome, BacklogDelta delta = default) =>
        new(Day, AgentHost.Claude, AgentEventKind.Stop, session, outcome) { Delta = delta };
}
