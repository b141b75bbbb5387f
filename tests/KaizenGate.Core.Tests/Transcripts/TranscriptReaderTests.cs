using System.Text;
using CsCheck;
using KaizenGate.Core.Transcripts;

namespace KaizenGate.Core.Tests.Transcripts;

public sealed class TranscriptReaderTests
{
    private const string Folder = "/work/shop";
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Hosts => ["claude", "codex"];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Calls_are_read(string host)
    {
        var text = Session(host)
            .Run("dotnet test", "Exit code 1\nFailed: 2", seconds: 90)
            .Run("dotnet restore", seconds: 4)
            .Edit($"{Folder}/src/A.cs");

        var read = TranscriptReader.Read(text.Stream());

        Assert.Equal(("s1", Folder, 0), (read.Session, read.Folder, read.UnknownLines));
        Assert.Equal([ToolAction.Run, ToolAction.Run, ToolAction.Edit], read.Calls.Select(call => call.Action));
        Assert.Equal(["dotnet test", "dotnet restore", null], read.Calls.Select(call => call.Command));
        Assert.Equal([true, false, false], read.Calls.Select(call => call.Failed));
        Assert.All(read.Calls, call => Assert.True(call.HasResult));
        Assert.Equal(TimeSpan.FromSeconds(90), read.Calls[0].Duration);
        Assert.Equal(TimeSpan.FromSeconds(4), read.Calls[1].Duration);
        Assert.Equal(Monday, read.Calls[0].Start);
        Assert.Equal($"{Folder}/src/A.cs", read.Calls[2].File);
        Assert.Equal(host == "codex", read.Calls[0].IsMeasured);
    }

    [Theory]
    [InlineData("Exit code 127\nbash: foo: command not found", nameof(FailureKind.CommandNotFound))]
    [InlineData("Command timed out after 2m 0s", nameof(FailureKind.TimedOut))]
    [InlineData("<tool_use_error>String to replace not found in file.", nameof(FailureKind.TextNotFound))]
    [InlineData(
        "<tool_use_error>File has not been read yet. Read it first before writing to it.",
        nameof(FailureKind.FileNotRead)
    )]
    [InlineData(
        "The user doesn't want to proceed with this tool use. The tool use was rejected",
        nameof(FailureKind.Refused)
    )]
    [InlineData("[Request interrupted by user for tool use]", nameof(FailureKind.Interrupted))]
    [InlineData("Exit code 1\nls: /x: No such file or directory", nameof(FailureKind.NoSuchFile))]
    [InlineData("Exit code 1\nbash: ./run: Permission denied", nameof(FailureKind.AccessDenied))]
    [InlineData("Exit code 2", nameof(FailureKind.Other))]
    public void The_kind_of_a_failure_is_known(string text, string expected) =>
        Assert.Equal(expected, $"{Assert.Single(Read(Session("claude").Run("x", text)).Calls).Failure}");

    [Fact]
    public void A_patch_of_Codex_that_does_not_fit_failed() =>
        Assert.Equal(
            FailureKind.TextNotFound,
            Assert
                .Single(
                    Read(
                        Session("codex")
                            .Edit(
                                "src/A.cs",
                                "apply_patch verification failed: Failed to find expected lines in src/A.cs"
                            )
                    ).Calls
                )
                .Failure
        );

    [Theory]
    [InlineData("Chunk ID: 1\nWall time: 75.5 seconds\nProcess exited with code 3\nOutput:\nno", 75.5, true)]
    [InlineData("Exit code: 0\nWall time: 2 seconds\nOutput:\nexit code: 1 is expected", 2, false)]
    public void The_newer_outputs_of_Codex_are_read(string output, double seconds, bool failed)
    {
        var text = (CodexText)Session("codex");
        text.Payload(
                "response_item",
                "{\"type\":\"function_call\",\"name\":\"exec_command\",\"arguments\":\"{\\\"cmd\\\":\\\"make\\\"}\",\"call_id\":\"c\"}"
            )
            .Payload(
                "response_item",
                $"{{\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":{System.Text.Json.JsonSerializer.Serialize(output)}}}"
            );

        var call = Assert.Single(Read(text).Calls);

        Assert.Equal(("make", failed, TimeSpan.FromSeconds(seconds)), (call.Command, call.Failed, call.Duration));
    }

    [Fact]
    public void A_call_that_is_there_twice_counts_once()
    {
        var text = Session("claude").Run("make", "Exit code 2");
        text.Line(text.ToString().Split('\n')[0]);

        Assert.True(Assert.Single(Read(text).Calls).Failed);
    }

    [Fact]
    public void A_summary_of_Codex_repeats_no_call()
    {
        var text = (CodexText)Session("codex").Run("make");
        text.Payload(
            "compacted",
            "{\"type\":\"function_call\",\"name\":\"shell\",\"arguments\":\"{}\",\"call_id\":\"other\"}"
        );

        Assert.Single(Read(text).Calls);
    }

    [Fact]
    public void Unknown_lines_are_counted_and_a_torn_last_line_is_not()
    {
        var text = Session("claude").Line("{\"tool_use\": oops}").Line("[\"tool_use\"]").Run("make");

        var read = TranscriptReader.Read(
            Of(text + "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"tool_use")
        );

        Assert.Equal(2, read.UnknownLines);
        Assert.Single(read.Calls);
    }

    [Fact]
    public void Without_a_known_line_nothing_is_known()
    {
        var read = TranscriptReader.Read(Of("hello\n{}\n\u0000\u0001\n"));

        Assert.False(read.IsKnown);
        Assert.Empty(read.Calls);
    }

    [Fact]
    public void A_line_that_is_too_long_is_skipped()
    {
        var text = Session("claude").Line($"\"{new string('x', 2 * TranscriptReader.MaxLineBytes)}\"").Run("make");

        var read = Read(text);

        Assert.Equal((1, 1), (read.UnknownLines, read.Calls.Length));
    }

    [Fact]
    public void Only_the_end_is_read()
    {
        var text = Session("claude");
        for (var i = 0; i < 500; i++)
        {
            text.Run($"make step-{(char)('a' + (i % 26))}");
        }

        var read = TranscriptReader.Read(text.Stream(), lastBytes: 20_000);

        Assert.InRange(read.Calls.Length, 10, 30);
        Assert.Equal(TranscriptReader.Read(text.Stream()).Calls[^1], read.Calls[^1]);
        Assert.Equal(500, TranscriptReader.Read(text.Stream(), lastBytes: long.MaxValue).Calls.Length);
    }

    [Fact]
    public void The_transcript_of_another_folder_is_not_read_on()
    {
        var read = TranscriptReader.Read(Session("codex").Run("make").Stream(), accepts: folder => folder != Folder);

        Assert.True(read.IsOther);
        Assert.Empty(read.Calls);
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_change_nothing()
    {
        var text = Session("claude").Run("make").ToString();

        Assert.Equal(
            TranscriptReader.Read(Of(text)).Calls,
            TranscriptReader.Read(Of('\uFEFF' + text.Replace("\n", "\r\n", StringComparison.Ordinal))).Calls
        );
    }

    [Fact]
    public void No_bytes_make_it_fail() =>
        Gen.Select(
                Gen.String[Gen.Char["{}[]\",:tool_use call_id\\ud8\n0123"], 0, 80],
                Gen.Int[0, 400],
                Gen.Bool.Select(isClaude => isClaude ? "claude" : "codex")
            )
            .Sample(
                (noise, at, host) =>
                {
                    var text = Session(host).Run("make", "Exit code 1").Edit("a.cs").ToString();
                    TranscriptReader.Read(Of(text.Insert(Math.Min(at, text.Length), noise)));
                },
                iter: 2000
            );

    [Fact]
    public void A_deeply_nested_line_is_unknown() =>
        Assert.Equal(
            1,
            Read(Session("claude").Run("make").Line("{\"tool_use\":" + new string('[', 100_000))).UnknownLines
        );

    private static Transcript Read(SessionText text) => TranscriptReader.Read(text.Stream());

    private static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));

    private static SessionText Session(string host) =>
        host == "claude" ? new ClaudeText("s1", Folder, Monday) : new CodexText("s1", Folder, Monday);
}
