using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Tests.Escaping;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("x ##vso[task.complete]", "x # #vso[task.complete]")]
    [InlineData("##teamcity[buildStop]", "# #teamcity[buildStop]")]
    [InlineData("####[group]", "### #[group]")]
    [InlineData("##VSO[task.complete]", "# #VSO[task.complete]")]
    [InlineData("#\u200B#v\u0301so[task.complete]", "# \u200B#v\u0301so[task.complete]")]
    [InlineData("add ## Completed", "add ## Completed")]
    [InlineData("issue #12", "issue #12")]
    public void Commands_are_broken_anywhere_in_a_line(string text, string inert) =>
        Assert.Equal(inert, LogText.Of(text));

    [Theory]
    [InlineData("::error::.md", "./::error::.md")]
    [InlineData(" ::error::.md", "./ ::error::.md")]
    [InlineData("\u00A0::error::.md", "./\u00A0::error::.md")]
    [InlineData("\n::error::.md", "./ ::error::.md")]
    [InlineData("##vso[x].md", "./# #vso[x].md")]
    [InlineData("docs/my file.md", "docs/my file.md")]
    [InlineData("", "./")]
    public void A_path_does_not_start_a_line_with_a_command(string path, string safe) =>
        Assert.Equal(safe, LogText.Path(path));
}
