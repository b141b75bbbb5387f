using System.Collections.Immutable;
using KaizenGate.Core.Transcripts;

namespace KaizenGate.Core.Tests.Transcripts;

public sealed class SessionFrictionsTests
{
    private const string Folder = "/work/shop";
    private const string Failed = "Exit code 1\nno";

    [Fact]
    public void A_check_that_fails_before_a_change_is_work() =>
        Assert.Empty(
            Of(text =>
                text.Run("dotnet test", Failed)
                    .Edit("src/A.cs")
                    .Run("dotnet test", Failed)
                    .Edit("src/A.cs")
                    .Run("dotnet test", Failed)
                    .Edit("src/B.cs")
                    .Run("dotnet test")
            )
        );

    [Fact]
    public void A_check_that_fails_again_without_a_change_counts() =>
        Assert.Equal(
            new Friction(FrictionKind.Fails, "dotnet test", 3, TimeSpan.FromSeconds(6)),
            Assert.Single(
                Of(text =>
                    text.Run("dotnet test", Failed).Run("ls").Run("dotnet test", Failed).Run("dotnet test", Failed)
                )
            )
        );

    [Fact]
    public void A_command_that_passes_after_another_one_was_repaired()
    {
        var friction = Assert.Single(
            Of(text =>
                text.Run("dotnet build", Failed)
                    .Run("git status")
                    .Run("dotnet restore", seconds: 10)
                    .Run("dotnet build")
            )
        );

        Assert.Equal(
            (FrictionKind.Repaired, "dotnet build", "dotnet restore", 1),
            (friction.Kind, friction.Subject, friction.Remedy, friction.Count)
        );
        Assert.Equal("`dotnet build` failed until `dotnet restore` ran", friction.Sentence);
    }

    [Fact]
    public void A_change_repairs_nothing() =>
        Assert.Empty(
            Of(text => text.Run("dotnet build", Failed).Run("dotnet restore").Edit("src/A.cs").Run("dotnet build"))
        );

    [Fact]
    public void A_search_that_finds_nothing_is_an_answer() =>
        Assert.Empty(Of(text => text.Run("grep -r foo", Failed).Run("grep -r bar", Failed).Run("ls x", Failed)));

    [Fact]
    public void Waits_time_outs_and_refusals_count()
    {
        var frictions = Of(text =>
            text.Run("make all", seconds: 130)
                .Run("npm install", "Command timed out after 2m 0s", seconds: 120)
                .Run("git push", "The user doesn't want to proceed with this tool use.")
        );

        Assert.Equal(
            [
                new(FrictionKind.Waits, "make all", 1, TimeSpan.FromSeconds(130)),
                new(FrictionKind.TimesOut, "npm install", 1, TimeSpan.FromSeconds(120)),
                new Friction(FrictionKind.Refused, "git push", 1, TimeSpan.Zero),
            ],
            frictions
        );
    }

    [Fact]
    public void The_time_in_which_a_person_was_away_is_not_a_wait() =>
        Assert.Empty(Of(text => text.Run("make all", seconds: 3 * 3600)));

    [Fact]
    public void Calls_at_the_same_time_are_waited_for_once()
    {
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var first = new ToolCall
        {
            Id = "a",
            Tool = "Bash",
            Action = ToolAction.Run,
            Command = "make all",
            Start = start,
            Duration = TimeSpan.FromSeconds(100),
            HasResult = true,
        };
        var second = first with { Id = "b", Start = start.AddSeconds(1), Duration = TimeSpan.FromSeconds(170) };

        Assert.Equal(
            TimeSpan.FromSeconds(171),
            Assert.Single(SessionFrictions.Of([first, second], Folder).Frictions).Lost
        );
    }

    [Fact]
    public void Files_that_are_hard_to_edit_or_to_find_something_in_count()
    {
        var frictions = Of(text =>
        {
            for (var i = 0; i < 11; i++)
            {
                text.Read($"{Folder}/src/Large.cs").Read("/etc/hosts");
            }

            for (var i = 0; i < 3; i++)
            {
                text.Edit("src/Odd.cs", "String to replace not found in file.")
                    .Edit("src/Even.cs", "File has not been read yet.");
            }

            return text;
        });

        Assert.Equal(
            [
                new(FrictionKind.EditMisses, "src/Odd.cs", 3, TimeSpan.Zero),
                new Friction(FrictionKind.Rereads, "src/Large.cs", 11, TimeSpan.Zero),
            ],
            frictions
        );
    }

    [Fact]
    public void The_costliest_ones_are_notable()
    {
        var text = Session()
            .Run("make all", seconds: 300)
            .Run("dotnet build", Failed)
            .Run("dotnet restore")
            .Run("dotnet build")
            .Run("npm install", Failed)
            .Run("npm install", Failed)
            .Run("git push", Failed);

        Assert.Equal(
            [
                "`make all` took 5 min",
                "`dotnet build` failed until `dotnet restore` ran",
                "`npm install` failed 2 times",
            ],
            SessionFrictions
                .Notable(TranscriptReader.Read(text.Stream()).Calls, Folder)
                .Select(friction => friction.Sentence)
        );
    }

    private static ImmutableArray<Friction> Of(Func<SessionText, SessionText> write) =>
        SessionFrictions.Of(TranscriptReader.Read(write(Session()).Stream()).Calls, Folder).Frictions;

    private static ClaudeText Session() => new("s1", Folder, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
}
