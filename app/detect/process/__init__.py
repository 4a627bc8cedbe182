"""The worker process: started, confined, asked, ended."""
