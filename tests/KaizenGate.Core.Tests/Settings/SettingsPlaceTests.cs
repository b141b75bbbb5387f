namespace KaizenGate.Core.Tests.Settings;

/// <summary>A kaizen.json that is not a file is an error.</summary>
public sealed class SettingsPlaceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("team")]
    public void A_folder_is_not_a_settings_file(string from)
    {
        using var folder = new SettingsFolder();
        Directory.CreateDirectory(Path.Join(folder.Root, "kaizen.json"));
        Directory.CreateDirectory(Path.Join(folder.Root, "team"));

        var error = folder.Error(from);

        Assert.Equal("this is a folder, not a file", error.Message);
        Assert.Equal("Replace it with a file, or remove it.", error.Help);
        Assert.Equal(
            from.Length == 0 ? "kaizen.json" : "../kaizen.json",
            error.Path?.Replace(folder.Root, "..", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("kaizen.json")]
    [InlineData("nowhere.json")]
    public void A_broken_link_is_an_error(string target)
    {
        using var folder = new SettingsFolder();
        File.CreateSymbolicLink(Path.Join(folder.Root, "kaizen.json"), target);

        var error = folder.Error();

        Assert.Equal("the file cannot be read", error.Message);
        Assert.Equal("kaizen.json", error.Path);
    }

    [Fact]
    public void A_link_to_a_settings_file_is_followed()
    {
        using var folder = new SettingsFolder();
        folder.Write("shared.json", """{ "people": 7 }""");
        File.CreateSymbolicLink(Path.Join(folder.Root, "kaizen.json"), "shared.json");

        Assert.Equal(7, folder.Load().Settings.People);
    }
}
