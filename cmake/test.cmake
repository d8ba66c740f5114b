function(add_project_tests)
endfunction()
