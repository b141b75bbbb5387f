using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Tests.Escaping;

/// <summary>The three kinds of commands that build servers read from their logs.</summary>
public sealed class BuildCommandTests
{
    [Fact]
    public void A_workflow_command_escapes_its_message() =>
        Assert.Equal(
            "::error::100%25 of a,b: c%0D%0A::warning::x",
            BuildCommand.GitHub("error", "100% of a,b: c\r\n::warning::x")
        );

    [Fact]
    public void A_workflow_command_escapes_its_properties() =>
        Assert.Equal(
            "::notice file=a%3A%3Ab%2Cc%25%0A,line=3::m",
            BuildCommand.GitHub("notice", "m", ("file", "a::b,c%\n"), ("line", "3"))
        );

    [Fact]
    public void A_workflow_command_omits_properties_without_a_value() =>
        Assert.Equal("::error line=3::m", BuildCommand.GitHub("error", "m", ("file", null), ("line", "3")));

    [Fact]
    public void A_logging_command_escapes_its_message() =>
        Assert.Equal(
            "##vso[task.logissue type=error;]50%AZP25 ]; a%0D%0Ab",
            BuildCommand.Azure("task.logissue", "50% ]; a\r\nb", ("type", "error"))
        );

    [Fact]
    public void A_logging_command_escapes_its_properties() =>
        Assert.Equal(
            "##vso[task.logissue sourcepath=a%5D%3Bb%AZP25;]m",
            BuildCommand.Azure("task.logissue", "m", ("sourcepath", "a];b%"), ("code", null))
        );

    [Fact]
    public void A_service_message_escapes_its_values() =>
        Assert.Equal(
            "##teamcity[message text='it|'s || |[x|] |0x00E9|0xD83C|0xDF89']",
            BuildCommand.TeamCity("message", ("text", "it's | [x] é🎉"))
        );

    [Fact]
    public void A_service_message_is_cut_before_it_is_escaped() =>
        Assert.Equal(
            $"##teamcity[message text='{string.Concat(Enumerable.Repeat("||", 4000))}|0x2026']",
            BuildCommand.TeamCity("message", ("text", new string('|', 4001)))
        );
}
